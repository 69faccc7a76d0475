import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { storeOrder } from './store-order.ts';
import { folders, openStubStore, refusal, type StubStore, success } from './stub-store.ts';
import { aCall, failureOf } from '../a-call.ts';
import { lost, type Reply } from '../stub-server.ts';

const order = { id: '4091036031', number: '10482' };
let stub: StubStore;

beforeEach(async () => {
  stub = await openStubStore({}, 2_500);
});
afterEach(async () => await stub.close());

const probe = async () => await stub.source.probe(aCall());
const read = async () => await stub.source.read(order, aCall());

/** Everything answers as it should but for one path. */
const allBut = (path: string, reply: Reply) => (request: { readonly path: string }) => {
  if (request.path.endsWith(path)) return reply;
  if (request.path.endsWith('/store')) return folders;
  return success({ order: storeOrder() });
};

describe('what goes over the wire', () => {
  test('a GET has credentials, and neither a body nor words about one', async () => {
    stub.answer = () => success();
    await probe();
    const [{ headers, method, path, body }] = stub.received as [StubStore['received'][number]];
    expect([method, path, body]).toEqual(['GET', '/api/v2/test', '']);
    expect(headers['orderdesk-store-id']).toBe('18211');
    expect(headers['orderdesk-api-key']).toBe('sandbox-api-key');
    expect(headers).not.toHaveProperty('content-type');
    expect(headers).not.toHaveProperty('content-length');
    expect(headers).not.toHaveProperty('transfer-encoding');
    expect(headers).not.toHaveProperty('sec-fetch-mode');
  });

  test('a write is JSON with its length, and ids keep their digits', async () => {
    const id = '90071992547409931';
    stub.answer = ({ path }) =>
      path.endsWith('/store')
        ? folders
        : path.endsWith('/move-orders')
          ? {
              status: 200,
              body: `{"status":"success","results":[{"order_id":${id},"message":"Order Moved","original_folder_id":21654}]}`,
            }
          : success({ order: storeOrder({ id, folder_id: 21654 }) });
    const outcome = await stub.source.markImported({ id, number: '1' }, aCall());
    expect(outcome).toEqual({ kind: 'marked', status: 'Prepared' });
    const { headers, body, method } = stub.received.at(-1)!;
    expect(method).toBe('POST');
    expect(headers['content-type']).toBe('application/json');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(body).toBe(`{"order_id_list":[${id}],"destination_folder_id":21655}`);
  });

  test('a redirect isn’t followed', async () => {
    stub.answer = () => ({ status: 302, body: '', headers: { location: '/api/v2/elsewhere' } });
    expect((await failureOf(probe())).message).toMatch(/redirect \(HTTP 302\); check source\.url/);
    expect(stub.received).toHaveLength(1);
  });
});

describe('an answer is classified once', () => {
  test.each<[string, Reply, object]>([
    ['401', refusal(401, 'Invalid API Key'), { kind: 'incident', incident: 'login rejected' }],
    [
      'the same with 200',
      refusal(200, 'Invalid API Key'),
      { kind: 'incident', incident: 'login rejected' },
    ],
    [
      '429 with the vendor’s header',
      { status: 429, body: '', headers: { 'X-Retry-After': '7', 'Retry-After': '60' } },
      { kind: 'retry', afterMs: 7_000 },
    ],
    [
      '429 with the usual one',
      { status: 429, body: '', headers: { 'Retry-After': '9' } },
      { kind: 'retry', afterMs: 9_000 },
    ],
    ['429 without any', { status: 429, body: '' }, { kind: 'retry', afterMs: 7_000 }],
    ['500 in JSON', refusal(500, 'Oops'), { kind: 'retry', unreachable: false }],
    ['502', { status: 502, body: '<html>' }, { kind: 'retry', unreachable: true }],
    [
      '404 of another server',
      { status: 404, body: '<html>' },
      { kind: 'retry', unreachable: true },
    ],
    ['400', refusal(400, 'No'), { kind: 'attention', attention: 'bad input' }],
    ['an error with 200', refusal(200, 'No'), { kind: 'attention', attention: 'bad input' }],
    ['an error that says nothing', refusal(200, 'An error occurred'), { kind: 'retry' }],
    ['no JSON', { status: 200, body: '<html>' }, { kind: 'retry' }],
    ['a socket that breaks', lost, { kind: 'retry', unreachable: true, answerLost: false }],
    ['silence', () => undefined, { kind: 'retry', unreachable: true, answerLost: false }],
  ])('%s', async (_what, reply, decision) => {
    stub.answer = () => reply;
    const failure = await failureOf(probe());
    expect(failure.decision).toMatchObject(decision);
    expect(failure.message).toMatch(/^Order Desk .*\.$/);
    expect(stub.received).toHaveLength(1);
    expect(stub.records).toMatchObject([{ operation: 'GET /test', outcome: 'failed' }]);
  });

  test('a pause is everybody’s', async () => {
    stub.answer = () => ({ status: 429, body: '', headers: { 'X-Retry-After': '30' } });
    await failureOf(probe());
    expect((await failureOf(read())).message).toBe('Order Desk asked us to pause.');
    expect(stub.received).toHaveLength(1);
  });

  test('a bucket that is nearly empty is left alone for a moment', async () => {
    stub.answer = () => ({
      status: 200,
      body: '{"status":"success"}',
      headers: { 'X-Tokens-Remaining': '1' },
    });
    const began = Date.now();
    await probe();
    await probe();
    expect(Date.now() - began).toBeGreaterThan(1_000);
  });

  test('and one that is full isn’t', async () => {
    stub.answer = () => ({
      status: 200,
      body: '{"status":"success"}',
      headers: { 'X-Tokens-Remaining': '19' },
    });
    const began = Date.now();
    await probe();
    await probe();
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  test('a rejected login is asked once, then nobody asks', async () => {
    stub.answer = () => refusal(401, 'Invalid API Key');
    await failureOf(read());
    expect((await failureOf(read())).decision).toMatchObject({ kind: 'incident' });
    expect(stub.received).toHaveLength(1);
    stub.answer = () => success();
    await probe();
    expect(stub.breaker.open).toBeUndefined();
  });

  test('an endless answer is cut off', async () => {
    stub.answer = () => (response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(1_000_000, ' ');
      const more = (): void => {
        if (!response.destroyed) response.write(chunk, () => setImmediate(more));
      };
      more();
    };
    expect((await failureOf(probe())).message).toContain('with more than 8 MB');
  });

  test('the vendor’s words come without e-mail addresses', async () => {
    stub.answer = () => refusal(400, 'No order of <b>kari@example.com</b>');
    expect((await failureOf(probe())).message).toBe(
      'Order Desk refused GET /test: “No order of •••”.',
    );
  });
});

describe('a write whose answer is lost says so', () => {
  const note = { key: 'k', text: 'Something.', kind: 'in warehouse' } as const;
  const list = success({ orders: [storeOrder({ order_history: [] })] });
  test.each<[string, Reply]>([
    ['the socket breaks after it was received', lost],
    ['a 500', refusal(500, 'Oops')],
    ['no JSON', { status: 200, body: '<html>' }],
    ['silence', () => undefined],
  ])('%s', async (_what, reply) => {
    stub.answer = ({ path }) => (path.endsWith('/order-history') ? reply : list);
    const failure = await failureOf(stub.source.tell!(order, note, aCall()));
    expect(failure.decision).toMatchObject({ kind: 'retry', answerLost: true });
  });

  test('our own breaking off', async () => {
    const leaving = new AbortController();
    stub.answer = ({ path }) => {
      if (!path.endsWith('/order-history')) return list;
      setImmediate(() => leaving.abort());
      return () => undefined;
    };
    const telling = stub.source.tell!(order, note, aCall({ signal: leaving.signal }));
    expect((await failureOf(telling)).decision).toEqual({ kind: 'retry', answerLost: true });
  });
});

describe('an order', () => {
  test('that is gone is undefined, with whatever status the vendor says so', async () => {
    for (const reply of [refusal(404, 'Order Not Found'), refusal(200, 'Order Not Found')]) {
      stub.answer = allBut('/orders/4091036031', reply);
      expect(await read()).toBeUndefined();
    }
  });

  test('is read with PHP’s empties', async () => {
    stub.answer = allBut('/nothing', success());
    const snapshot = await read();
    expect(snapshot).toMatchObject({
      id: '4091036031',
      number: '10482',
      status: 'New',
      standing: 'pulled',
      changedAt: '2026-11-21T09:30:00.000Z',
      faults: [],
    });
    expect(snapshot?.hash).not.toBe('');
  });

  test('that can’t be read says where', async () => {
    const odd = { ...storeOrder(), shipping: { ...storeOrder()['shipping']!, city: {} } };
    stub.answer = allBut('/orders/4091036031', success({ order: odd }));
    const snapshot = await read();
    expect(snapshot?.faults).toEqual([
      {
        field: 'Order',
        problem: 'Order Desk gives it without a usable shipping.city.',
        todo: 'Save the order again in Order Desk.',
      },
    ]);
  });

  test('in a folder that isn’t configured rightly says which', async () => {
    await stub.close();
    stub = await openStubStore({ folders: ['Nwe'], onError: 'Lost' });
    stub.answer = allBut('/nothing', success());
    const failure = await failureOf(read());
    expect(failure.decision).toMatchObject({ kind: 'retry' });
    expect(failure.message).toMatch(
      /^Order Desk has no folder “Nwe” \(orders\.folders\), “Lost” \(orders\.onError\); it has “New”,/,
    );
    expect(failure.message).not.toContain('secret-of-the-store');
  });
});
