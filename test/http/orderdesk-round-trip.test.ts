import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { RunningHttp } from '../../src/http/start-http.ts';
import { numberOf } from '../../sandbox/orderdesk/shop-side.ts';
import { seedShop } from '../../sandbox/demonstration/seeds/shop.ts';
import { eventually } from '../world/eventually.ts';
import { World } from '../world/world.ts';
import { call } from './caller.ts';
import { listening } from './listening.ts';
import { orderCall } from './order-call.ts';

const token = 'a word that nobody guesses';

/** So long an interval that nothing in here is found by polling. */
const every = '1d';

describe('an order of Order Desk, by calls alone', () => {
  let world: World;
  let http: RunningHttp;
  let articles: readonly string[];
  beforeAll(async () => {
    world = await World.open({
      shop: {},
      webhooks: { token },
      orders: { enabled: true, every, defaultCurrency: 'NOK' },
      shipments: { enabled: true, every, waitForTracking: '0s', followUp: '0s' },
    });
    const { items } = seedShop(world.shop, { orders: 0, items: 5, seed: 7 });
    for (const articleNumber of items) world.wms.addArticle({ articleNumber });
    articles = items;
    http = await listening(world.access, () => world.configuration());
  });
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const newOrder = () =>
    world.shop.addOrder({
      source_id: `W-${world.shop.orders().length + 1}`,
      shipping: {
        first_name: 'Kari',
        last_name: 'Nordmann',
        address1: 'Fjellveien 7',
        postal_code: '0880',
        city: 'Oslo',
        country: 'NO',
      },
      order_items: [{ name: 'A cap', code: articles[0] ?? '', quantity: '2', price: '10.00' }],
    });
  const posted = async (id: string) =>
    await call(`${http.url}/webhooks/orderdesk`, world.shop.postOrderJson(id));

  test('is at the warehouse within two seconds, and back within two', async () => {
    const order = newOrder();
    const number = numberOf(order);
    const began = performance.now();
    expect((await posted(order.id)).status).toBe(200);
    await eventually(() => world.wms.order(number), { what: 'the order at the warehouse' });
    expect(performance.now() - began).toBeLessThan(2_000);

    await world.until(order.id, 'it is moved on', () =>
      world.shop.moves(order.id).some(({ to }) => to === 'Prepared'),
    );
    world.wms.ship(number, { waybills: ['370000000001'] });
    const shipped = performance.now();
    const answer = await call(`${http.url}/webhooks/ongoing/${world.connection}`, {
      headers: { 'content-type': 'application/json', 'x-auth-token': token },
      body: JSON.stringify(orderCall(world.wms, number)),
    });
    expect(answer.status).toBe(200);
    await eventually(() => world.shop.shipments(order.id).length === 1, { what: 'the shipment' });
    expect(performance.now() - shipped).toBeLessThan(2_000);
    expect((await world.result(order.id)).stage).toBe('completed');
  });

  test('posted again and again is one order', async () => {
    const order = newOrder();
    await Promise.all([1, 2, 3, 4].map(async () => await posted(order.id)));
    await world.until(order.id, 'it is at the warehouse', ({ stage }) => stage === 'in warehouse');
    await posted(order.id);
    await eventually(() => world.shop.moves(order.id).length > 0, { what: 'the move' });
    expect(
      world.wms.orders().filter(({ goodsOwnerOrderId }) => goodsOwnerOrderId === order.id),
    ).toHaveLength(1);
    expect(world.wms.order(numberOf(order))?.putCount).toBe(1);
    expect(world.shop.moves(order.id)).toHaveLength(1);
  });

  test('whose order is gone, or lies in no folder that is taken from, starts nothing', async () => {
    const [gone, closed] = [newOrder(), newOrder()];
    const of = world.shop.postOrderJson(gone.id);
    world.shop.deleteOrder(gone.id);
    world.shop.moveOrder(closed.id, 'Closed');
    await call(`${http.url}/webhooks/orderdesk`, of);
    await posted(closed.id);
    const outcome = async (id: string): Promise<unknown> =>
      await world.access.client.workflow.getHandle(`${world.connection}:order-hint:${id}`).result();
    expect(await outcome(gone.id)).toEqual({ outcome: 'gone' });
    expect(await outcome(closed.id)).toEqual({ outcome: 'not followed' });
    expect(world.wms.order(numberOf(closed))).toBeUndefined();
  });
});
