import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { SystemFailure } from '../../../src/domain/system-failure.ts';
import { openAccount, reference, settingsFor } from './account.ts';
import { aCall, failureOf } from '../a-call.ts';
import { fullOrder, idsIn, lightOrder } from './order-xml.ts';
import { answer, fault, StubVendor } from './stub-vendor.ts';
import { lost, type Reply, silence } from '../stub-server.ts';

let vendor: StubVendor;
beforeEach(async () => {
  vendor = await StubVendor.start();
});
afterEach(async () => {
  await vendor.stop();
});

const preamble = 'Server was unable to process request. ---&gt; ';
const order = (id: number) => answer('GetInvoices', fullOrder(id));

async function readFailure(requestTimeoutMs?: number): Promise<SystemFailure> {
  const { source } = openAccount(settingsFor(vendor.url), requestTimeoutMs);
  return await failureOf(source.read(reference('1'), aCall()));
}

async function reportFailure(requestTimeoutMs?: number): Promise<SystemFailure> {
  vendor.on('GetInvoices', () => answer('GetInvoices', lightOrder(1)));
  const { source } = openAccount(settingsFor(vendor.url), requestTimeoutMs);
  return await failureOf(
    source.reportShipment(reference('1'), { tracking: [] }, '2020-01-01T09:00:00Z', aCall()),
  );
}

const html = '<html><head><title>502</title></head><body>Bad gateway</body></html>';

describe('an answer that isn’t one', () => {
  const unreachable: [string, Reply][] = [
    ['HTML with 502', { status: 502, body: html }],
    ['HTML with 200', { status: 200, body: html }],
    ['an empty 503', { status: 503, body: '' }],
    ['plain text with 500', { status: 500, body: 'Runtime Error' }],
    ['a redirect', { status: 302, headers: { location: '/login' }, body: '' }],
    ['404', { status: 404, body: html }],
    ['a broken connection', lost],
  ];
  test.each(unreachable)('%s is tried again, and counts as unreachable', async (_what, reply) => {
    vendor.on('GetInvoices', () => reply);
    const { decision, message } = await readFailure();
    expect(decision).toMatchObject({ kind: 'retry', unreachable: true });
    expect(message).toMatch(/^24SevenOffice .*\.$/);
    expect(vendor.requests('GetInvoices')).toHaveLength(1);
  });

  test.each<[string, Reply]>([
    ['an empty document', { body: '' }],
    ['another document', { body: '<ok/>' }],
    [
      'an empty envelope',
      { body: answer('X').body.replace(/<soap:Body>.*<\/soap:Body>/, '<soap:Body />') },
    ],
    [
      'a shape that isn’t in the contract',
      answer('GetInvoices', '<InvoiceOrder>text</InvoiceOrder>'),
    ],
    [
      'an order without its id',
      answer('GetInvoices', '<InvoiceOrder><CustomerId>1</CustomerId></InvoiceOrder>'),
    ],
  ])('%s is never taken for "no such order"', async (what, reply) => {
    vendor.on('GetInvoices', () => reply);
    const { source } = openAccount(settingsFor(vendor.url));
    const failure = await failureOf(
      what.includes('without its id')
        ? source.changes({ version: 1, seen: [], cursor: new Date().toISOString() }, aCall())
        : source.read(reference('1'), aCall()),
    );
    expect(failure.decision.kind).toBe('retry');
  });

  test('no answer in time, and no listener at all', async () => {
    vendor.on('GetInvoices', () => silence);
    const passing = { kind: 'retry', unreachable: true, answerLost: false };
    expect((await readFailure(200)).decision).toEqual(passing);
    const { source } = openAccount(settingsFor('http://127.0.0.1:9'));
    const failure = await failureOf(source.probe(aCall()));
    expect(failure.decision).toEqual(passing);
  });

  test.each<[string, Reply]>([
    ['no answer', silence],
    ['a reset', lost],
    ['a gateway’s 504', { status: 504, body: html }],
    ['HTML with 200', { status: 200, body: html }],
    ['an answer without our order', answer('SaveInvoices', lightOrder(2))],
  ])('a write with %s may have been carried out', async (_what, reply) => {
    vendor.on('SaveInvoices', () => reply);
    expect((await reportFailure(300)).decision).toMatchObject({ kind: 'retry', answerLost: true });
  });

  test('a caller that leaves ends the request with its own reason', async () => {
    const leaving = new AbortController();
    vendor.on('GetInvoices', () => {
      leaving.abort(new Error('gone home'));
      return silence;
    });
    const { source } = openAccount(settingsFor(vendor.url));
    await expect(source.read(reference('1'), aCall({ signal: leaving.signal }))).rejects.toThrow(
      'gone home',
    );
  });
});

describe('pacing by the vendor', () => {
  test.each<[string, Record<string, string>, number, number]>([
    ['seconds', { 'retry-after': '17' }, 17_000, 17_000],
    ['nothing', {}, 5_000, 10_000],
  ])('429 with %s', async (_what, headers, least, most) => {
    vendor.on('GetInvoices', () => ({ status: 429, headers, body: 'Too many requests' }));
    const { decision } = await readFailure();
    expect(decision.kind).toBe('retry');
    expect(decision).not.toHaveProperty('unreachable');
    const afterMs = decision.kind === 'retry' ? (decision.afterMs ?? 0) : 0;
    expect(afterMs).toBeGreaterThanOrEqual(least);
    expect(afterMs).toBeLessThanOrEqual(most);
  });

  test('503 with an HTTP date rests the whole limiter', async () => {
    const at = new Date(Date.now() + 60_000).toUTCString();
    vendor.on('GetInvoices', () => ({ status: 503, headers: { 'retry-after': at }, body: '' }));
    const { source } = openAccount(settingsFor(vendor.url));
    await failureOf(source.read(reference('1'), aCall()));
    const second = await failureOf(source.read(reference('2'), aCall()));
    const afterMs = second.decision.kind === 'retry' ? (second.decision.afterMs ?? 0) : 0;
    expect(afterMs).toBeGreaterThan(50_000);
    expect(vendor.requests('GetInvoices')).toHaveLength(1);
  });

  test('a spent quota opens the breaker until the quarantine ends', async () => {
    const end = new Date(Date.now() + 1_200_000);
    const shown = end.toISOString().slice(0, 19).replace('T', ' ');
    vendor.on('GetInvoices', () =>
      fault(`${preamble}Limit exceeded by 1. Request is blocked. Quarantine ends at ${shown}`),
    );
    const { source, opened } = openAccount(settingsFor(vendor.url));
    const failure = await failureOf(source.read(reference('1'), aCall()));
    expect(failure.decision).toMatchObject({
      kind: 'incident',
      incident: 'quota spent',
      untilMs: Math.floor(end.getTime() / 1_000) * 1_000,
    });
    expect(opened.map(({ kind }) => kind)).toEqual(['quota spent']);
    await failureOf(source.read(reference('2'), aCall()));
    expect(vendor.requests('GetInvoices')).toHaveLength(1);
  });

  test('the last calls of an hour aren’t used up', async () => {
    const reset = new Date(Date.now() + 600_000).toISOString().replace(/\.\d+/, '');
    vendor.on('GetInvoices', () => ({
      ...order(1),
      headers: { APILimitRemaining: '3', APILimitReset: reset },
    }));
    const { source } = openAccount(settingsFor(vendor.url));
    expect(await source.read(reference('1'), aCall())).toBeDefined();
    const failure = await failureOf(source.read(reference('1'), aCall()));
    expect(failure.decision.kind).toBe('retry');
    expect(vendor.requests('GetInvoices')).toHaveLength(1);
  });
});

describe('faults', () => {
  test('our argument’s fault is the order’s, in the vendor’s words without preamble and stack', async () => {
    vendor.on('GetInvoices', () =>
      fault(
        `${preamble}Outer ---&gt; Instance validation error: 'Foo'\n   at Office24Seven.X() in C:\\src\\x.cs`,
      ),
    );
    const { decision, message } = await readFailure();
    expect(decision).toMatchObject({ kind: 'attention', attention: 'bad input' });
    expect(message).toBe("24SevenOffice refused GetInvoices: Instance validation error: 'Foo'.");
  });

  test('any other fault passes', async () => {
    vendor.on('GetInvoices', () => fault(`${preamble}Timeout expired.`, 'soap:Server', 200));
    const { decision, message } = await readFailure();
    expect(decision).toEqual({ kind: 'retry' });
    expect(message).toBe('24SevenOffice failed at GetInvoices: Timeout expired.');
  });

  test('of a joined request is found out order by order', async () => {
    vendor.on('GetInvoices', ({ body }) => {
      const ids = idsIn(body);
      return ids.includes(2)
        ? fault('Instance validation error')
        : answer('GetInvoices', ids.map((id) => fullOrder(id)).join(''));
    });
    const { source } = openAccount(settingsFor(vendor.url));
    const read = await Promise.allSettled(
      ['1', '2', '3'].map((id) => source.read(reference(id), aCall())),
    );
    expect(read.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(vendor.requests('GetInvoices')).toHaveLength(4);
  });
});
