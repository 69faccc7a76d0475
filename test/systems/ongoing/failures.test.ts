import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { firstLine, salesOrder } from './sales-order.ts';
import { html, json, openTinyWarehouse, type TinyWarehouse } from './tiny-warehouse.ts';
import { aCall, failureOf } from '../a-call.ts';
import { lost, type Received, type Reply, silence } from '../stub-server.ts';

let tiny: TinyWarehouse;

beforeEach(async () => {
  tiny = await openTinyWarehouse({ requestTimeoutMs: 2_500 });
});
afterEach(async () => await tiny.close());

const byNumber = {
  ...salesOrder,
  lines: [{ ...firstLine, article: { articleNumber: 'A-100' } }],
};
const read = () => tiny.warehouse.changes(undefined, aCall());
const write = () => tiny.warehouse.put(byNumber, {}, aCall());

test.each([
  ['ModelState', { 'order.deliveryDate': ['It is in the past.'] }],
  ['errors', { 'order.deliveryDate': ['It is in the past.'], other: null }],
])('a refusal names the members that ASP.NET tells of in %s', async (member, told) => {
  tiny.answer = ({ method }) =>
    method === 'PUT' ? json({ Message: 'The request is invalid.', [member]: told }, 400) : json([]);
  expect(await write()).toMatchObject({
    kind: 'refused',
    faults: [
      {
        problem:
          'Ongoing WMS refuses it: “The request is invalid. order.deliveryDate: It is in the past.”.',
      },
    ],
  });
});

describe('an answer is classified once', () => {
  const soon = new Date(Date.now() + 90_000).toUTCString();
  test.each<[string, Reply, object]>([
    [
      '401',
      json({ Message: 'Authorization has been denied.' }, 401),
      { kind: 'incident', incident: 'login rejected' },
    ],
    ['403', html(403), { kind: 'incident', incident: 'login rejected' }],
    [
      '429 with seconds',
      { status: 429, body: '', headers: { 'retry-after': '7' } },
      { kind: 'retry', afterMs: 7_000 },
    ],
    ['408', { status: 408, body: '' }, { kind: 'retry' }],
    [
      '500 in JSON',
      json({ Message: 'An error has occurred.' }, 500),
      { kind: 'retry', unreachable: false },
    ],
    ['500 in HTML', html(500), { kind: 'retry', unreachable: true }],
    ['502', html(502), { kind: 'retry', unreachable: true }],
    [
      '503',
      { status: 503, body: '', headers: { 'retry-after': soon } },
      { kind: 'retry', unreachable: true },
    ],
    ['504', json({}, 504), { kind: 'retry', unreachable: true }],
    [
      'a redirect',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:9/' } },
      { kind: 'retry', unreachable: true },
    ],
    ['404 in HTML', html(404), { kind: 'retry', unreachable: true }],
    ['400', json({ message: 'No.' }, 400), { kind: 'attention', attention: 'bad input' }],
    ['200 in HTML', html(200), { kind: 'retry' }],
    ['200 without a body', { status: 200, body: '' }, { kind: 'retry' }],
    ['200 with something else', json({ orders: [] }), { kind: 'retry' }],
    [
      '200 with an order without an id',
      json([{ orderInfo: { orderNumber: '1' } }]),
      { kind: 'retry' },
    ],
  ])('%s', async (_what, reply, decision) => {
    tiny.answer = () => reply;
    const failure = await failureOf(read());
    expect(failure.decision).toMatchObject(decision);
    expect(failure.decision).not.toMatchObject({ answerLost: true });
    expect(failure.message).toMatch(/^Ongoing WMS .*\.$|”$/);
    expect(tiny.received).toHaveLength(1);
    expect(tiny.records).toMatchObject([
      { operation: 'GET /orders', outcome: 'failed', sharedBy: 1 },
    ]);
  });

  test('Retry-After as a date is measured by the vendor’s clock', async () => {
    const vendorsNow = Date.parse('2020-01-01T00:00:00Z');
    tiny.answer = () => ({
      status: 503,
      body: '',
      headers: {
        date: new Date(vendorsNow).toUTCString(),
        'retry-after': new Date(vendorsNow + 90_000).toUTCString(),
      },
    });
    expect((await failureOf(read())).decision).toMatchObject({ afterMs: 90_000 });
    // And everybody else in the rate limiter waits too, without another request.
    expect((await failureOf(read())).message).toBe('Ongoing WMS asked us to pause.');
    expect(tiny.received).toHaveLength(1);
  });

  test('a pause of a year isn’t believed', async () => {
    tiny.answer = () => ({ status: 429, body: '', headers: { 'retry-after': '31536000' } });
    expect((await failureOf(read())).decision).toMatchObject({ afterMs: 3_600_000 });
  });

  test('a rejected login is asked once, then nobody asks', async () => {
    tiny.answer = () => json({ Message: 'denied' }, 401);
    await failureOf(read());
    expect((await failureOf(write())).decision).toMatchObject({ kind: 'incident' });
    expect(tiny.received).toHaveLength(1);
    tiny.answer = () => json({ orderStatuses: [{ number: 200, text: 'Open' }] });
    await tiny.warehouse.probe(aCall());
    expect(tiny.breaker.open).toBeUndefined();
  });
});

describe('a write whose answer is lost says so', () => {
  test.each<[string, Reply]>([
    ['the socket breaks after it was received', lost],
    ['a 500', json({ Message: 'An error has occurred.' }, 500)],
    ['a 502', html(502)],
    ['HTML in a 200', html(200)],
    ['an order id of null', json({ orderId: null, message: null })],
    ['no order id', json({ message: 'ok' }, 201)],
    ['silence', silence],
  ])('%s', async (_what, reply) => {
    tiny.answer = () => reply;
    expect((await failureOf(write())).decision).toMatchObject({ kind: 'retry', answerLost: true });
    expect(tiny.received).toHaveLength(1);
  });

  test('half an answer', async () => {
    tiny.answer = () => (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"orderId":');
      setImmediate(() => response.socket?.destroy());
    };
    expect((await failureOf(write())).decision).toMatchObject({ kind: 'retry', answerLost: true });
  });

  test('our own breaking off', async () => {
    const leaving = new AbortController();
    tiny.answer = () => {
      setImmediate(() => leaving.abort());
      return silence;
    };
    const put = tiny.warehouse.put(byNumber, {}, aCall({ signal: leaving.signal }));
    expect((await failureOf(put)).decision).toEqual({ kind: 'retry', answerLost: true });
  });

  test('but not where it never left', async () => {
    await tiny.close();
    const { decision, message } = await failureOf(write());
    expect(decision).toEqual({ kind: 'retry', unreachable: true, answerLost: false });
    expect(message).toBe('Ongoing WMS can’t be reached: the connection was refused.');
  });

  test('nor where it was refused for now', async () => {
    tiny.answer = () => ({ status: 429, body: '' });
    expect((await failureOf(write())).decision).toMatchObject({ kind: 'retry', answerLost: false });
  });
});

describe('what goes over the wire', () => {
  const nothing = { headers: {}, body: '', method: '', path: '' } as Received;

  test('Basic credentials, JSON, a content length, and no plain fetch', async () => {
    tiny.answer = () => json({ orderId: 1, message: 'x' });
    await write();
    const [{ headers, body, method, path } = nothing] = tiny.received;
    expect([method, path]).toEqual(['PUT', '/nord/api/v1/orders']);
    expect(Buffer.from(headers['authorization']?.slice(6) ?? '', 'base64').toString()).toBe(
      'user:pæss:word',
    );
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(headers['transfer-encoding']).toBeUndefined();
    expect(headers['user-agent']).toBe('crossdock');
    expect(headers['sec-fetch-mode']).toBeUndefined();
  });

  test('a redirect isn’t followed', async () => {
    tiny.answer = () => ({
      status: 307,
      body: '',
      headers: { location: '/nord/api/v1/elsewhere' },
    });
    await failureOf(read());
    expect(tiny.received.map(({ path }) => path)).toEqual(['/nord/api/v1/orders']);
  });

  test('an endless answer is cut off', async () => {
    const chunk = Buffer.alloc(1_000_000, ' ');
    let sent = 0;
    tiny.answer = () => (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        if (response.destroyed) return;
        sent += 1;
        response.write(chunk, () => setImmediate(more));
      };
      more();
    };
    expect((await failureOf(write())).message).toBe('Ongoing WMS answered with more than 8 MB.');
    expect(sent).toBeLessThan(100);
  });
});

describe('the vendor’s words', () => {
  const words = async (message: string): Promise<string> => {
    tiny.answer = ({ method }) => (method === 'PUT' ? json({ Message: message }, 400) : json([]));
    const outcome = await write();
    return outcome.kind === 'refused' ? outcome.faults.map(({ problem }) => problem).join() : '';
  };

  test('come as plain text', async () => {
    expect(
      await words('Article <b>A-100</b> is unknown.<br/>Order &quot;10482&quot; refused'),
    ).toBe('Ongoing WMS refuses it: “Article A-100 is unknown. Order "10482" refused”.');
  });

  test.each([
    ['Customer Eksempel Mottak AS unknown'],
    ['No such street: PRØVEGATA 1'],
    ['Bad e-mail mottak@eksempel.test'],
    ['Bad e-mail someone.else@example.org given'],
    ['Bad phone +47 999 99 999'],
    ['Bad phone 22222222!'],
    ['Sold by Testperson Innkjøp'],
  ])('without what is personal: %s', async (message) => {
    const said = await words(message);
    expect(said).toContain('•••');
    for (const secret of ['Mottak', 'PRØVEGATA', '@', '999', '2222', 'Testperson']) {
      expect(said).not.toContain(secret);
    }
  });

  test('with the numbers that they are about', async () => {
    expect(await words('Order 10482, article A-100, delivery 2026-11-24: no')).toContain(
      'Order 10482, article A-100, delivery 2026-11-24: no',
    );
  });

  test('cut to a readable length', async () => {
    expect((await words(`no ${'x '.repeat(5_000)}`)).length).toBeLessThan(350);
  });
});

test('nothing asks for a compressed answer that it couldn’t read', async () => {
  tiny.answer = () => json([]);
  await read();
  expect(tiny.received[0]?.headers['accept-encoding']).toBeUndefined();
});
