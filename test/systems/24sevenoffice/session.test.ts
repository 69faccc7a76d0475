import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openAccount, reference, settingsFor } from './account.ts';
import { aCall, failureOf } from '../a-call.ts';
import { fullOrder, idsIn } from './order-xml.ts';
import { answer, fault, StubVendor } from './stub-vendor.ts';

let vendor: StubVendor;
beforeEach(async () => {
  vendor = await StubVendor.start();
});
afterEach(async () => {
  await vendor.stop();
});

const expired = fault('Server was unable to process request. ---&gt; Session is not authenticated');

/** A promise that is resolved from outside. */
function gate() {
  let resolve = (): void => {};
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve: () => resolve() };
}

describe('the session', () => {
  test('is used until a call says that it isn’t accepted', async () => {
    vendor.on('GetInvoices', ({ session, body }) =>
      session === 'session-1' && vendor.requests('GetInvoices').length > 1
        ? expired
        : answer(
            'GetInvoices',
            idsIn(body)
              .map((id) => fullOrder(id))
              .join(''),
          ),
    );
    const { source } = openAccount(settingsFor(vendor.url));
    expect(await source.read(reference('1'), aCall())).toBeDefined();
    expect(await source.read(reference('2'), aCall())).toBeDefined();
    expect(
      vendor.received.map(({ operation, session }) => `${operation} ${session ?? '-'}`),
    ).toEqual([
      'Login -',
      'GetInvoices session-1',
      'GetInvoices session-1',
      'Login -',
      'GetInvoices session-2',
    ]);
  });

  test('is renewed once, however many calls fail at the same time', async () => {
    const { source } = openAccount(settingsFor(vendor.url));
    vendor.on('GetIdentity', () => answer('GetIdentity', '<Id>x</Id>'));
    await source.probe(aCall());
    // Refused only when all are on their way, so that all are refused at once.
    let waiting = 0;
    const { promise: allRefused, resolve: refuse } = gate();
    for (const operation of ['GetIdentity', 'GetProducts', 'GetInvoices']) {
      vendor.on(operation, async ({ session }) => {
        if (session !== 'session-1') return answer(operation, '<Id>x</Id>');
        waiting += 1;
        if (waiting === 3) refuse();
        await allRefused;
        return expired;
      });
    }
    await Promise.all([
      source.read(reference('1'), aCall()),
      source.articles(['1'], aCall()),
      source.probe(aCall()),
    ]);
    expect(vendor.requests('Login')).toHaveLength(2);
    expect(vendor.received).toHaveLength(2 + 3 + 3);
  });

  test.each([
    ['Client is not authenticated on this identity', 500],
    ['Log in: https://api.24sevenoffice.com/authenticate/V001/authenticate.asmx?wsdl', 200],
  ])('is renewed at "%s"', async (text, status) => {
    vendor.on('GetInvoices', (_request, nth) =>
      nth === 1 ? fault(text, 'soap:Server', status) : answer('GetInvoices'),
    );
    const { source } = openAccount(settingsFor(vendor.url));
    expect(await source.read(reference('1'), aCall())).toBeUndefined();
    expect(vendor.requests('Login')).toHaveLength(2);
  });

  test('that others used up while a call waited for its turn is no incident', async () => {
    const left = new Map<string, number>();
    vendor.on('SetStockQuantity', ({ session = '' }) => {
      const calls = left.get(session) ?? 5;
      left.set(session, calls - 1);
      return calls > 0 ? answer('SetStockQuantity', 'true') : expired;
    });
    const { source, opened } = openAccount(settingsFor(vendor.url));
    const written = await Promise.all(
      Array.from({ length: 24 }, async (_, id) => await source.setStock(`${id + 1}`, '1', aCall())),
    );
    expect(written).toEqual(written.map(() => ({ kind: 'written' })));
    expect(opened).toEqual([]);
    expect(vendor.requests('Login')).toHaveLength(5);
  });

  test('that is refused straight after the login is an incident, not a loop', async () => {
    vendor.on('GetInvoices', () => expired);
    const { source, opened, timesClosed } = openAccount(settingsFor(vendor.url));
    const failure = await failureOf(source.read(reference('1'), aCall()));
    expect(failure.decision).toMatchObject({ kind: 'incident', incident: 'login rejected' });
    expect(vendor.requests('GetInvoices')).toHaveLength(2);
    expect(vendor.requests('Login')).toHaveLength(2);
    expect(opened).toHaveLength(1);
    expect(timesClosed()).toBe(0);
  });
});

describe('a login that is rejected', () => {
  test.each([
    ['a wrong password', answer('Login', ''), 'rejects the login'],
    ['no result', answer('Login'), 'rejects the login'],
    [
      'an unknown application',
      fault(
        'Server was unable to process request. ---&gt; Your application id is not registered. Please visit http://developer.24sevenoffice.com to register.',
      ),
      'application id',
    ],
    [
      'a blocked identity',
      fault('Provided IdentityId is blocked. Please use GetIdentitiesWithCredential'),
      'blocked',
    ],
  ])('by %s is one incident for everybody', async (_what, reply, says) => {
    vendor.on('Login', () => reply);
    const { source, opened, timesClosed } = openAccount(settingsFor(vendor.url));
    const failures = await Promise.all(
      ['1', '2', '3'].map(async (id) => await failureOf(source.read(reference(id), aCall()))),
    );
    for (const failure of failures) {
      expect(failure.decision).toMatchObject({ kind: 'incident', incident: 'login rejected' });
      expect(failure.message).toContain(says);
      expect(failure.message + JSON.stringify(failure.decision)).not.toContain('p<&>w');
    }
    await failureOf(source.articles(['1'], aCall()));
    expect(vendor.received.map(({ operation }) => operation)).toEqual(['Login']);
    expect(opened).toHaveLength(1);
    expect(timesClosed()).toBe(0);
  });

  test('is over when a probe gets through', async () => {
    vendor.on('Login', (_request, nth) => answer('Login', nth < 3 ? '' : 'good'));
    const { source, breaker, timesClosed } = openAccount(settingsFor(vendor.url));
    await failureOf(source.probe(aCall()));
    await failureOf(source.probe(aCall()));
    expect(breaker.open?.kind).toBe('login rejected');
    expect(timesClosed()).toBe(0);
    await source.probe(aCall());
    expect(breaker.open).toBeUndefined();
    expect(timesClosed()).toBe(1);
  });

  test('that fails oddly isn’t repeated at once: logins are throttled', async () => {
    vendor.on('Login', () => fault('Something odd'));
    const { source } = openAccount(settingsFor(vendor.url));
    const failure = await failureOf(source.probe(aCall()));
    expect(failure.decision).toMatchObject({ kind: 'retry', afterMs: 60_000 });
  });
});
