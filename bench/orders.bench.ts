import { cpus } from 'node:os';

import { expect, test } from 'vitest';

import { seedMerchant } from '../sandbox/demonstration/seeds/merchant.ts';
import { createControlRoom } from '../sandbox/control-room.ts';
import { merchantSide } from '../sandbox/merchant-side.ts';
import { completedOrders, startRounds } from '../test/chain/rounds.ts';
import { allOf, callsTable, vendorCalls } from '../test/chain/vendor-calls.ts';
import { eventually } from '../test/world/eventually.ts';
import { type Goods, place, stock } from '../test/world/goods.ts';
import { World } from '../test/world/world.ts';
import { floorPerSecond } from './floor/floor.ts';
import { histories } from './histories.ts';
import { startWorkerProcess } from './worker-process.ts';

const orders = Number(process.env['BENCH_ORDERS'] ?? 600);
const latencyMs = Number(process.env['BENCH_LATENCY_MS'] ?? 0);
const pollEveryMs = 1_000;
/** Histories that are read, and bare workflows that the engine is measured with. */
const historySample = 50;
const floorSample = 300;
/** One at each end. */
const polls = 2;
const withinMs = 9 * 60_000;

const method = `${orders} orders lie in the ERP as one worker process starts to take them; each is shipped as soon as the
warehouse has it, and counts once the ERP was told. The vendors are simulated over local sockets and take
${latencyMs} ms for each call. Events and actions are those of ${historySample} histories. The floor is ${floorSample} bare workflows on the same
server just before: two activities, two changes of attributes, a signal. Both are polled every ${pollEveryMs / 1_000} s, which is included. The articles are known to the
warehouse. Temporal’s development server, the vendors and the worker share the ${cpus().length} processors of this machine.`;

test(`${orders} orders`, async () => {
  const world = await World.open({ workers: false, latencyMs });
  const { erp, wms, access } = world;
  const floor = await floorPerSecond(access, floorSample);
  seedMerchant(erp, { orders, products: 100, customers: 200, seed: 1 });
  for (const { Id, No = '' } of erp.products())
    wms.addArticle({ articleNumber: No, productCode: Id });
  const worker = startWorkerProcess(world.file, access);
  const shipping = setInterval(() => {
    for (const { number, status } of wms.underWay()) {
      if (status === 200) wms.ship(number, { waybills: [`37${number}`] });
    }
  }, 200);
  try {
    // A first look at the empty warehouse shows that the worker serves.
    await world.trackShipments();
    world.sandbox.forget();
    // Its start is no part of what follows.
    await worker.forget();
    const began = performance.now();
    const rounds = startRounds(world, pollEveryMs);
    await eventually(async () => (await completedOrders(world)) === orders, {
      what: 'that every order is completed',
      withinMs,
    });
    const seconds = (performance.now() - began) / 1_000;
    const calls = vendorCalls(world);
    await rounds.stop();
    const { peakBytes, processorSeconds, longestHoldMs } = await worker.used();
    const { events, actions } = await histories(world, historySample);
    const callsPerOrderAlone = await callsAlone();
    expect(createControlRoom(wms, merchantSide(erp)).audit(true)).toEqual([]);
    const figures = {
      orders,
      latencyMs,
      seconds: round(seconds),
      ordersPerSecond: round(orders / seconds),
      callsPerOrder: round(allOf(calls) / orders),
      calls: Object.fromEntries(calls),
      callsPerOrderAlone,
      eventsPerOrder: round(events.mean),
      actionsPerOrder: round(actions.mean),
      mostEvents: events.most,
      mostActions: actions.most,
      floorPerSecond: round(floor),
      ratio: round(orders / seconds / floor),
      peakMegabytes: Math.round(peakBytes / 1e6),
      processorSeconds,
      longestHoldMs,
    };
    process.stdout.write(
      [
        '',
        method,
        '',
        `orders per second                   ${figures.ordersPerSecond} (${figures.seconds} s)`,
        `of what the engine takes            ${figures.ratio} (${figures.floorPerSecond} bare workflows per second)`,
        `vendor calls per completed order    ${figures.callsPerOrder} (alone ${callsPerOrderAlone})`,
        `history events per order            ${figures.eventsPerOrder} (at most ${events.most})`,
        `Temporal actions per order          ${figures.actionsPerOrder} (at most ${actions.most})`,
        `worker's peak memory                ${figures.peakMegabytes} MB`,
        `longest hold of its event loop      ${longestHoldMs} ms`,
        `worker's processor time             ${processorSeconds} s`,
        '',
        callsTable(calls, orders),
        '',
        JSON.stringify(figures),
        '',
      ].join('\n'),
    );
  } finally {
    clearInterval(shipping);
    await worker.stop();
    await world.close();
  }
});

/**
 * Calls for an order that comes when nothing else happens, besides the two polls that find it: in a world
 * of its own, since a poll reads again what changed lately.
 */
async function callsAlone(): Promise<number> {
  const world = await World.open({ latencyMs: 40 });
  try {
    const goods = stock(world);
    // The session and the numbers of the articles are known from the order before.
    await completeAlone(world, goods);
    world.sandbox.forget();
    await completeAlone(world, goods);
    return allOf(vendorCalls(world)) - polls;
  } finally {
    await world.close();
  }
}

async function completeAlone(world: World, goods: Goods): Promise<void> {
  const id = place(world, goods);
  await world.importOrders();
  await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
  world.wms.ship(id, { waybills: [`37${id}`] });
  await world.trackShipments();
  await world.result(id);
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;
