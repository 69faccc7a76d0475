import { readFileSync } from 'node:fs';

import { afterEach, expect, test } from 'vitest';

import { hashVersion } from '../../src/domain/hash-version.ts';
import { orderWorkflowId, workflowQueue, workflowTypes } from '../../src/domain/names.ts';
import type { OrderInput } from '../../src/domain/order-input.ts';
import { eventually } from '../world/eventually.ts';
import { World, type WorldOptions } from '../world/world.ts';
import { erpRecords, shopRecords } from './records.ts';

/** Fills both ends with what an older release worked on. */
type Fill = (world: World) => void;

const fillErp: Fill = ({ erp, wms }) => {
  erp.addCustomer(erpRecords.customer);
  for (const product of erpRecords.products) {
    erp.addProduct(product);
    wms.addArticle({ articleNumber: product.No, productCode: product.Id });
  }
  erp.addOrder(erpRecords.order);
};
const fillShop: Fill = ({ shop, wms }) => {
  for (const articleNumber of shopRecords.articles) wms.addArticle({ articleNumber });
  shop.addOrder(shopRecords.order);
};

let world: World | undefined;
afterEach(async () => await world?.close());

/**
 * An order that release 0.1.0 sent and that the warehouse has begun. Its state is the one that 0.1.0
 * handed to the next run, as Temporal stored it.
 */
async function upgraded(release: string, options: WorldOptions, fill: Fill) {
  const opened = await World.open(options);
  world = opened;
  fill(opened);
  const text = readFileSync(new URL(`${release}.json`, import.meta.url), 'utf8');
  const { order } = JSON.parse(text) as OrderInput;
  // What 0.1.0 wrote stands at the warehouse: a life of this release writes the same, and makes way.
  await opened.importOrders();
  await opened.until(order.id, 'it is sent', ({ stage }) => stage === 'in warehouse');
  const moves = () => opened.shop.moves().length;
  await eventually(() => opened.connection === 'nordlys' || moves() === 1, { what: 'the move' });
  await opened.order(order.id).terminate('the life of 0.1.0 takes its place');
  opened.wms.setStatus(order.number, 300);
  const warehouseOrderId = String(opened.wms.order(order.number)?.orderId);
  const input = JSON.parse(text.replaceAll('"88003"', `"${warehouseOrderId}"`)) as OrderInput;
  await opened.access.client.workflow.start(workflowTypes.order, {
    workflowId: orderWorkflowId(opened.connection, order.id),
    taskQueue: workflowQueue,
    args: [input],
  });
  return { opened, order };
}

/** The activities that a life has completed, by type. */
async function done(of: World, id: string): Promise<(string | null | undefined)[]> {
  const { events } = await of.order(id).fetchHistory();
  const scheduled = new Map(
    events?.map((event) => [
      String(event.eventId),
      event.activityTaskScheduledEventAttributes?.activityType?.name,
    ]),
  );
  return (events ?? []).flatMap(({ activityTaskCompletedEventAttributes: completed }) =>
    completed ? [scheduled.get(String(completed.scheduledEventId))] : [],
  );
}

const puts = ({ sandbox }: World): number | undefined =>
  sandbox.counts()['ongoing']?.['PUT /orders'];

test.each<[string, WorldOptions, Fill]>([
  ['24sevenoffice-0.1.0', { orders: erpRecords.settings }, fillErp],
  [
    'orderdesk-0.1.0',
    { shop: { bucket: null }, orders: shopRecords.settings, shipments: { followUp: '0s' } },
    fillShop,
  ],
])('%s: an order that nobody changed is neither written nor told', async (release, ...rest) => {
  const { opened, order } = await upgraded(release, ...rest);
  const before = await opened.status(order.id);
  // 0.1.0’s feeds remembered other hashes: what lies within their reach is handed out once.
  if (opened.connection === 'nordlys') opened.forgetCursors();
  await opened.importOrders();
  await eventually(async () => (await done(opened, order.id)).includes('compareOrders'), {
    what: 'the comparison',
  });
  const status = await opened.status(order.id);
  expect(status.attention).toEqual([]);
  expect(status.story).toEqual(before.story);
  expect(puts(opened)).toBe(1);

  opened.wms.ship(order.number, { waybills: ['370000000001'] });
  await opened.trackShipments();
  expect(await opened.result(order.id)).toMatchObject({
    stage: 'completed',
    seen: { hash: expect.stringMatching(`^${hashVersion}:`) as string },
  });
  expect(puts(opened)).toBe(1);
  expect(await done(opened, order.id)).not.toContain('putOrder');
});
