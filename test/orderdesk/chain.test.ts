import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createControlRoom } from '../../sandbox/control-room.ts';
import { createFloor } from '../../sandbox/demonstration/floor.ts';
import { numberOf, shopProblems, shopSide } from '../../sandbox/orderdesk/shop-side.ts';
import { testsAfterFaults, unmetKinds } from '../chain/after-faults.ts';
import { addEveryFault } from '../chain/every-fault.ts';
import { completedOrders, openOrders, startRounds } from '../chain/rounds.ts';
import { eventually } from '../world/eventually.ts';
import type { World } from '../world/world.ts';
import { openShop } from './open-shop.ts';

/** A thousand by `CROSSDOCK_CHAIN_ORDERS=1000`, which takes about three minutes. */
const count = Number(process.env['CROSSDOCK_CHAIN_ORDERS'] ?? 300);
// It takes about two minutes on two processors.
const withinMs = 240_000;

const pace = { leastMs: 50, mostMs: 400 };
const stepMs = 700;

/**
 * The warehouse, where only those orders are worked on that were moved on import: one that ships
 * sooner is moved once only, straight to where it ends.
 */
function movedOnImport({ shop, wms }: World): World['wms'] {
  const underWay = () => {
    const waiting = new Set(
      shop.orders().flatMap(({ id, folder }) => (folder === 'New' ? [id] : [])),
    );
    return wms.underWay().filter(({ goodsOwnerOrderId: id }) => !waiting.has(id ?? ''));
  };
  return { ...wms, underWay };
}

// Without the bucket and without the pace that it asks for: three calls a second would make this
// take a quarter of an hour. The bucket has a test of its own.
describe(`${count} orders of a shop while one call in ten fails in every way`, () => {
  let world: World;
  let orders: readonly string[];
  let kinds: readonly string[];
  beforeAll(async () => {
    ({ world, orders } = await openShop({ orders: count, bucket: null, unpaced: true }));
    kinds = addEveryFault(world);
    await work();
  }, withinMs + 60_000);
  afterAll(async () => await world.close());

  async function work(): Promise<void> {
    const rounds = startRounds(world, 1_000);
    const floor = createFloor(movedOnImport(world), { pace, seed: 7 });
    const working = setInterval(() => floor.step(), stepMs);
    try {
      await eventually(
        async () =>
          (await completedOrders(world)) === count && unmetKinds(world, kinds).length === 0,
        { what: 'that every order is completed and every fault was met', withinMs },
      );
    } catch (error) {
      const completed = await completedOrders(world);
      const unmet = unmetKinds(world, kinds);
      const left = await openOrders(world, 3);
      const told = JSON.stringify({ completed, unmet, runs: rounds.runs, left }, undefined, 1);
      throw new Error(`${String(error)}: ${told}`, { cause: error });
    } finally {
      clearInterval(working);
      await rounds.stop();
    }
  }

  test('loses, doubles and invents nothing', () => {
    expect(createControlRoom(world.wms, shopSide(world.shop)).audit(true)).toEqual([]);
    expect(shopProblems(world.shop)).toEqual([]);
    const held = world.wms.orders().map(({ number }) => number);
    expect(held.toSorted()).toEqual(world.shop.orders().map(numberOf).toSorted());
  });

  test('creates and replaces no order in the store', () => {
    expect(world.shop.orders().map(({ id }) => id)).toEqual(orders);
    expect(world.shop.refusedWrites()).toEqual([]);
  });

  test('moves each order once on import and once on shipment', () => {
    const moved = orders.map((id) =>
      world.shop
        .moves(id)
        .map(({ to }) => to)
        .join(' '),
    );
    expect(moved.filter((folders) => folders !== 'Prepared Closed')).toEqual([]);
  });

  test('notes each order once', () => {
    const noted = orders.filter((id) => world.shop.notes(id).length !== 1);
    expect(noted.map((id) => world.shop.notes(id))).toEqual([]);
  });

  test('adds each parcel once, and no return parcel', () => {
    const wrong = orders.flatMap((id) => {
      const order = world.wms.order(numberOf(world.shop.order(id)!));
      const sent = new Set([...(order?.parcels ?? []), ...(order?.waybills ?? [])]);
      const told = world.shop.shipments(id).map(({ tracking_number: number }) => number);
      const isRight =
        told.length > 0 &&
        new Set(told).size === told.length &&
        told.every((number) => sent.has(number) || (number === 'n/a' && told.length === 1));
      return isRight ? [] : [{ id, told, sent: [...sent] }];
    });
    expect(wrong).toEqual([]);
  });

  testsAfterFaults(['orderdesk', 'ongoing'], () => ({ world, kinds }));
});
