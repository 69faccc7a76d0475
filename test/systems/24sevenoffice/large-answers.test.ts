import { setImmediate as nextTurn } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { Services } from '../../../src/systems/24sevenoffice/soap/services.ts';
import { parseInPieces } from '../../../src/systems/24sevenoffice/soap/large-answers.ts';
import { openAccount, settingsFor } from './account.ts';
import { aCall, failureOf } from '../a-call.ts';
import { idsIn } from './order-xml.ts';
import { answer, envelope, StubVendor } from './stub-vendor.ts';

const opened = async () => await new Services('http://127.0.0.1').clientFor('GetProducts');
const listing = (count: number): string =>
  answer(
    'GetProducts',
    Array.from(
      { length: count },
      (_, index) =>
        `<Product><Id>${index + 1}</Id><Name>Ærlig «kaffe» &amp; 🧶 &lt;garn&gt;</Name></Product>`,
    ).join(''),
  ).body;

describe('an answer of megabytes', () => {
  test('parsed in pieces is what it is parsed at once, and others have their turn', async () => {
    const client = await opened();
    const xml = listing(20_000);
    const counted = { turns: 0, done: false };
    const counting = (async () => {
      while (!counted.done) {
        counted.turns += 1;
        await nextTurn();
      }
    })();
    const parsed = await parseInPieces(client.wsdl, xml);
    counted.done = true;
    await counting;
    expect(parsed).toEqual(client.wsdl.xmlToObject(xml));
    expect(counted.turns).toBeGreaterThan(xml.length / 70_000);
  });

  test.each(['<html><body>', 'no markup at all', '<a><b></a>'])(
    'that is no document is an error, not a crash: %s',
    async (text) => {
      const client = await opened();
      await expect(parseInPieces(client.wsdl, text)).rejects.toBeDefined();
    },
  );
});

describe('over a socket', () => {
  let vendor: StubVendor;
  beforeEach(async () => {
    vendor = await StubVendor.start();
    vendor.now = new Date('2026-11-23T10:00:00Z');
  });
  afterEach(async () => {
    await vendor.stop();
  });
  const first = async () =>
    await openAccount(settingsFor(vendor.url)).source.products(undefined, { full: false }, aCall());

  test('all of it arrives, with the vendor’s clock', async () => {
    vendor.on('GetProducts', ({ body }) =>
      idsIn(body).length === 0
        ? { body: listing(30_000) }
        : answer('GetProducts', `<Product><Id>1</Id><Name>${'x'.repeat(300_000)}</Name></Product>`),
    );
    const page = await first();
    expect(page.progress).toEqual({ done: 100, of: 30_000 });
    expect(page.entries[0]?.productCode).toBe('1');
    expect(page.position).toMatchObject({ run: { startedAt: '2026-11-23T10:00:00.000Z' } });
  });

  test.each([
    [
      'another operation’s answer',
      envelope(`<SomethingElse>${'x'.repeat(300_000)}</SomethingElse>`),
    ],
    ['no SOAP', `<html>${'x'.repeat(300_000)}</html>`],
    ['half of one', listing(10_000).slice(0, 400_000)],
  ])('%s is a failure that passes', async (_what, body) => {
    vendor.on('GetProducts', () => ({ body }));
    const failure = await failureOf(first());
    expect(failure.decision).toMatchObject({ kind: 'retry' });
  });

  test('a long fault is still a fault', async () => {
    vendor.on('GetProducts', () => ({
      body: envelope(
        `<soap:Fault><faultcode>soap:Client</faultcode><faultstring>Bad</faultstring><detail>${'x'.repeat(300_000)}</detail></soap:Fault>`,
      ),
    }));
    const failure = await failureOf(first());
    expect(failure.decision).toMatchObject({ kind: 'attention', attention: 'bad input' });
  });
});
