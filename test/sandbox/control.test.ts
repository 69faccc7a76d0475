import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { create24SevenOffice } from '../../sandbox/24sevenoffice/24sevenoffice.ts';
import { seedMerchant } from '../../sandbox/demonstration/seeds/merchant.ts';
import { createControlRoom } from '../../sandbox/control-room.ts';
import { merchantSide } from '../../sandbox/merchant-side.ts';
import { createOngoing } from '../../sandbox/ongoing/ongoing.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { callAt, order } from './warehouse-caller.ts';

const erp = () => create24SevenOffice();
let sandbox: Sandbox;
let source: ReturnType<typeof erp>;
let ongoing: ReturnType<typeof createOngoing>;

beforeEach(async () => {
  source = erp();
  ongoing = createOngoing();
  for (const articleNumber of ['A1', 'A2']) ongoing.addArticle({ articleNumber });
  seedMerchant(source, { orders: 2, products: 3, customers: 2, seed: 1, badOrders: 3 });
  const room = createControlRoom(ongoing, merchantSide(source));
  sandbox = await startSandbox({ vendors: [source, ongoing], room });
});
afterEach(() => sandbox.close());

async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, headers = {}) {
  const response = await request(`${sandbox.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.body.text();
  return {
    status: response.statusCode,
    text,
    json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined,
  };
}

const firstId = () => source.orders()[0]?.OrderId ?? '';
const putFirst = () =>
  callAt(sandbox.url, 'PUT', '/orders', {
    body: order({ orderNumber: firstId(), goodsOwnerOrderId: firstId() }),
  });

describe('what a person sees', () => {
  test('both ends side by side, as JSON and as a page', async () => {
    await putFirst();
    const { json } = await ask('GET', '/sandbox/orders');
    expect(json).toHaveLength(5);
    expect(json.at(-1)).toMatchObject({
      source: { id: firstId(), status: 'Confirmed', wanted: true },
      warehouse: { number: firstId(), status: 200, statusText: 'Open' },
    });
    expect(json.filter((row: any) => row.source.bad)).toHaveLength(3);
    const page = await ask('GET', '/');
    expect(page.text).toContain('200 Open');
    expect(page.text).toContain(firstId());
  });

  test('nothing on the page is taken for markup', async () => {
    ongoing.addForeignOrder('<script>', null);
    const { text } = await ask('GET', '/');
    expect(text).not.toContain('<script>');
    expect(text).toContain('&#60;script&#62;');
  });

  test('the audit, while work goes on and when it should be done', async () => {
    expect((await ask('GET', '/sandbox/audit')).json).toEqual({ problems: [] });
    const { json } = await ask('GET', '/sandbox/audit?settled=true');
    expect(json.problems).toHaveLength(2);
  });

  test('requests and counts', async () => {
    await putFirst();
    expect((await ask('GET', '/sandbox/counts')).json.counts).toEqual({
      ongoing: { 'PUT /orders': 1 },
    });
    expect((await ask('GET', '/sandbox/requests?vendor=ongoing')).json).toMatchObject([
      { operation: 'PUT /orders', status: 201 },
    ]);
    expect((await ask('GET', '/sandbox/requests?vendor=24sevenoffice')).json).toEqual([]);
  });
});

describe('faults', () => {
  test('are added, listed, removed', async () => {
    const wish = { vendor: 'ongoing', operation: 'PUT /orders', kind: 'json500', times: 5 };
    const { json } = await ask('POST', '/sandbox/faults', wish);
    expect((await putFirst()).status).toBe(500);
    expect((await ask('GET', '/sandbox/faults')).json).toEqual([{ ...wish, ...json, hits: 1 }]);
    expect((await ask('DELETE', `/sandbox/faults/${json.id}`)).json).toEqual({ removed: true });
    expect((await putFirst()).status).toBe(201);
    await ask('POST', '/sandbox/faults', { vendor: '24sevenoffice', kind: 'down' });
    await ask('DELETE', '/sandbox/faults');
    expect((await ask('GET', '/sandbox/faults')).json).toEqual([]);
  });

  test('that can not be understood are refused in words', async () => {
    const bad = [{ vendor: 'ongoing' }, { vendor: 'x', kind: 'reset' }, { kind: 1 }, '{', 'null'];
    for (const wish of bad) {
      const answer = await ask('POST', '/sandbox/faults', wish);
      expect(answer.status).toBe(400);
      expect(answer.json.error).not.toBe('');
    }
    const share = { vendor: 'ongoing', kind: 'reset', rate: 2 };
    expect((await ask('POST', '/sandbox/faults', share)).status).toBe(400);
  });
});

describe('what people do', () => {
  const people = (act: string, body: unknown) => ask('POST', `/sandbox/people/${act}`, body);

  test('at the source', async () => {
    const before = source.order(firstId())?.InvoiceRows;
    expect((await people('source/edit', { order: firstId() })).status).toBe(200);
    expect(source.order(firstId())?.InvoiceRows).not.toEqual(before);
    await people('source/status', { order: firstId(), status: 'Inactive' });
    expect(source.order(firstId())?.OrderStatus).toBe('Inactive');
    await people('source/delete', { order: firstId() });
    expect(source.orders()).toHaveLength(4);
  });

  test('at the warehouse', async () => {
    await putFirst();
    const number = firstId();
    const status = () => ongoing.order(number)?.status;
    await people('warehouse/advance', { order: number });
    expect(status()).toBe(300);
    await people('warehouse/status', { order: number, status: 200 });
    expect(status()).toBe(200);
    await people('warehouse/ship', { order: number, waybill: 'W1' });
    expect(ongoing.order(number)).toMatchObject({ status: 450, waybills: ['W1'] });
    await people('warehouse/cancel', { order: number });
    expect(status()).toBe(1000);
    await people('warehouse/foreign', { order: 'X1' });
    expect(ongoing.order('X1')?.foreign).toBe(true);
  });

  test('to the right one of two customers’ orders that have one number', () => {
    const login = { username: 'sandbox', password: 'sandbox' };
    const both = createOngoing({
      accounts: [
        { ...login, warehouse: 'nord', goodsOwners: [{ id: 101, name: 'Nordlys AS' }] },
        { ...login, warehouse: 'syd', goodsOwners: [{ id: 201, name: 'Havna' }] },
      ],
    });
    const changedAt = '2026-11-22T08:00:00Z';
    const fact = { number: '10001', status: 'New', changedAt, wanted: true, reports: [] };
    const facts = ['S1', 'S2'].map((id) => ({ ...fact, id, cancelled: false, bad: false }));
    const room = createControlRoom(both, { facts: () => facts, acts: {} });
    both.addForeignOrder('10001', 'S2', 201);
    both.addForeignOrder('10001', 'S1', 101);
    const [second, first] = room.overview();
    expect(first).toMatchObject({ source: { id: 'S1' }, warehouse: { goodsOwnerId: 101 } });
    expect(second).toMatchObject({ source: { id: 'S2' }, warehouse: { goodsOwnerId: 201 } });
    room.acts['warehouse/advance']?.(String(second?.warehouse?.orderId), {});
    expect(both.orders().map(({ goodsOwnerId, status }) => [goodsOwnerId, status])).toEqual([
      [201, 300],
      [101, 200],
    ]);
  });

  test('what can not be done is said in words', async () => {
    const answers = [
      await people('warehouse/advance', { order: 'none' }),
      await people('warehouse/status', { order: firstId(), status: 'x' }),
      await people('source/status', { order: firstId(), status: 'Sent' }),
      await people('source/delete', { order: 'none' }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400, 400]);
    expect((await people('warehouse/toString', {})).status).toBe(404);
    expect((await ask('GET', '/sandbox/nothing')).status).toBe(404);
  });

  test('a form leads back to the page; other sites may not send one', async () => {
    await putFirst();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const advance = (headers: Record<string, string>) =>
      ask('POST', '/sandbox/people/warehouse/advance', `order=${firstId()}`, headers);
    expect((await advance({ ...form, origin: 'https://evil.example' })).status).toBe(403);
    expect((await advance({ ...form, origin: 'null' })).status).toBe(403);
    expect(ongoing.order(firstId())?.status).toBe(200);
    expect((await advance({ ...form, origin: sandbox.url })).status).toBe(303);
    expect(ongoing.order(firstId())?.status).toBe(300);
  });
});
