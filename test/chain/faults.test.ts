import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedMerchant } from '../../sandbox/demonstration/seeds/merchant.ts';
import { createControlRoom } from '../../sandbox/control-room.ts';
import { createFloor } from '../../sandbox/demonstration/floor.ts';
import { merchantSide } from '../../sandbox/merchant-side.ts';
import { eventually } from '../world/eventually.ts';
import { World } from '../world/world.ts';
import { testsAfterFaults, unmetKinds } from './after-faults.ts';
import { addEveryFault } from './every-fault.ts';
import { completedOrders, openOrders, startRounds } from './rounds.ts';
import { wrongFields } from './same-order.ts';

const count = 200;
const confirmedAtATime = 20;
const withinMs = 240_000;

describe(`${count} orders while one call in ten fails in every way`, () => {
  let world: World;
  let orders: readonly string[];
  let kinds: readonly string[];
  beforeAll(async () => {
    world = await World.open();
    const seed = { orders: count, products: 40, customers: 50, seed: 7 };
    ({ orders } = seedMerchant(world.erp, seed));
    // They come in over time: an offer isn't taken until the customer agrees to it.
    for (const id of orders) world.erp.setStatus(id, 'Offer');
    kinds = addEveryFault(world);
    await work();
  }, withinMs + 30_000);
  afterAll(async () => await world.close());

  async function work(): Promise<void> {
    const floor = createFloor(world.wms, { pace: { leastMs: 100, mostMs: 400 }, seed: 7 });
    const rounds = startRounds(world, 300);
    const waiting = [...orders];
    const confirming = setInterval(() => {
      for (const id of waiting.splice(0, confirmedAtATime)) world.erp.setStatus(id, 'Confirmed');
    }, 2_000);
    floor.start();
    try {
      await eventually(
        async () =>
          (await completedOrders(world)) === count && unmetKinds(world, kinds).length === 0,
        { what: 'that every order is completed and every fault was met', withinMs },
      );
    } catch (error) {
      const unmet = unmetKinds(world, kinds);
      const left = await openOrders(world, 3);
      const told = JSON.stringify({ unmet, runs: rounds.runs, left }, undefined, 1);
      throw new Error(`${String(error)}: ${told}`, { cause: error });
    } finally {
      clearInterval(confirming);
      floor.stop();
      await rounds.stop();
    }
  }

  test('loses, doubles and invents nothing', () => {
    const room = createControlRoom(world.wms, merchantSide(world.erp));
    expect(room.audit(true)).toEqual([]);
    const held = world.wms.orders().map(({ number }) => number);
    expect(held.toSorted()).toEqual([...orders].toSorted());
  });

  test('reports each order as sent exactly once', () => {
    const sent = world.erp.statusWrites.filter(({ to }) => to === 'OrderState_Sent');
    expect(sent.map(({ orderId }) => orderId).toSorted()).toEqual([...orders].toSorted());
    expect(world.erp.statusWrites).toHaveLength(count);
  });

  test('never calls a goods owner twice at a time', () => {
    expect(world.sandbox.mostAtOnce()).toEqual({ 'ongoing/nord/101': 1 });
  });

  test('maps every field as the brief says', () => {
    expect(orders.flatMap((id) => wrongFields(world.erp.order(id)!, world))).toEqual([]);
  });

  testsAfterFaults(['24sevenoffice', 'ongoing'], () => ({ world, kinds }));
});
