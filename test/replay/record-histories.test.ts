import { mkdirSync, writeFileSync } from 'node:fs';

import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { connectionWorkflowId, orderWorkflowId } from '../../src/domain/names.ts';
import { eventually } from '../world/eventually.ts';
import type { Goods } from '../world/goods.ts';
import { World } from '../world/world.ts';
import { neutral } from './neutral.ts';
import { recordedFolder } from './stored-histories.ts';

/**
 * Records histories of today's workflows beside the earlier ones. To be run by hand, with
 * CROSSDOCK_RECORD_HISTORIES=1, once runs play by new rules; the folder is then a new one.
 */
describe.runIf(process.env['CROSSDOCK_RECORD_HISTORIES'] === '1')('recording histories', () => {
  let world: World;
  let goods: Goods;
  let aheadMs = 0;
  beforeAll(async () => {
    mkdirSync(recordedFolder, { recursive: true });
    world = await World.open({ erp: { now: () => new Date(Date.now() + aheadMs) } });
    goods = namelessGoods(world);
  });
  afterAll(async () => await world.close());

  function placed(change: object = {}): string {
    return world.erp.addOrder({
      CustomerId: goods.customer,
      CustomerDeliveryName: 'Receiver',
      Addresses: {
        Delivery: { Street: 'Street 1', PostalCode: '0001', PostalArea: 'Town', Country: 'NO' },
      },
      InvoiceRows: goods.products.map((ProductId) => ({ ProductId, Quantity: '2' })),
      ...change,
    }).OrderId;
  }

  async function sent(): Promise<string> {
    const id = placed();
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    return id;
  }

  async function shipped(id: string): Promise<void> {
    world.wms.ship(id, { waybills: [`37000000${id}`] });
    await world.trackShipments();
  }

  async function revised(id: string, quantity: string): Promise<void> {
    aheadMs += 61_000;
    const rows = world.erp.order(id)?.InvoiceRows ?? [];
    world.erp.editOrder(id, { InvoiceRows: rows.map((row) => ({ ...row, Quantity: quantity })) });
    await world.importOrders();
  }

  async function store(name: string, workflowId: string, runId?: string): Promise<void> {
    const handle = world.access.client.workflow.getHandle(workflowId, runId);
    const recorded: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()));
    const text = JSON.stringify(neutral(recorded), undefined, 1);
    writeFileSync(`${recordedFolder}${name}.json`, `${text}\n`);
  }

  const idOf = (id: string) => orderWorkflowId(world.connection, id);

  test('of orders', async () => {
    const happy = await sent();
    await shipped(happy);
    await world.result(happy);
    await store('happy-path', idOf(happy));

    const late = await sent();
    await revised(late, '3');
    await eventually(() => world.wms.order(late)?.putCount === 2);
    world.wms.setStatus(late, 300);
    await revised(late, '4');
    await world.until(late, 'too late', ({ attention }) => attention.length > 0);
    await shipped(late);
    await world.result(late);
    await store('late-revision', idOf(late));

    const { Id } = world.erp.addProduct({ Name: 'Boot', No: '' });
    const unknown = placed({ InvoiceRows: [{ ProductId: Id, Quantity: '1' }] });
    await world.importOrders();
    await world.until(unknown, 'attention', ({ attention }) => attention.length > 0);
    world.erp.editProduct(Id, { No: 'BT-1' });
    expect(await world.ask(unknown, 'resend')).toMatchObject({ outcome: 'done' });
    expect(await world.ask(unknown, 'cancel')).toMatchObject({ outcome: 'done' });
    await world.result(unknown);
    await store('unknown-article', idOf(unknown));

    const back = await sent();
    await shipped(back);
    await world.result(back);
    aheadMs += 61_000;
    world.erp.setStatus(back, 'Confirmed');
    await world.importOrders();
    await world.until(back, 'came back', ({ attention }) => attention.length > 0);
    expect(await world.ask(back, 'report')).toMatchObject({ outcome: 'done' });
    await world.result(back);
    await store('came-back', idOf(back));
  }, 60_000);

  test('of a cancel that is refused, then pressed in the Web UI', async () => {
    const id = await sent();
    world.wms.setStatus(id, 300);
    expect(await world.ask(id, 'cancel')).toMatchObject({ outcome: 'refused' });
    await world.order(id).cancel();
    const { runId: first } = await world.order(id).describe();
    const second = await eventually(async () => {
      const { runId } = await world.order(id).describe();
      return runId === first ? undefined : runId;
    });
    world.wms.setStatus(id, 200);
    await world.order(id).cancel();
    await world.result(id);
    await store('cancel-refused', idOf(id), first);
    await store('cancel-pressed-again', idOf(id), second);
  }, 60_000);

  test('of an incident, the connection, and runs of the processes', async () => {
    const id = await sent();
    world.erp.rejectLogins(true);
    world.erp.expireSessions();
    await shipped(id);
    await world.until(id, 'it waits', ({ waiting }) => waiting !== undefined);
    await expect(world.importOrders()).rejects.toThrow();
    world.erp.rejectLogins(false);
    await world.apply();
    await world.result(id);
    await store('incident', idOf(id));
    await store('connection', connectionWorkflowId(world.connection));

    placed();
    await world.importOrders();
    await world.trackShipments();
    for (const [name, type] of [
      ['import-run', 'importOrders'],
      ['shipments-run', 'trackShipments'],
    ] as const) {
      const query = `WorkflowType = '${type}' AND ExecutionStatus = 'Completed'`;
      const found: { workflowId: string; at: number }[] = [];
      for await (const { workflowId, startTime } of world.access.client.workflow.list({ query })) {
        found.push({ workflowId, at: startTime.getTime() });
      }
      const newest = found.sort((a, b) => b.at - a.at)[0];
      await store(name, newest?.workflowId ?? '');
    }
    const query = "WorkflowType = 'importOrders' AND ExecutionStatus = 'Failed'";
    for await (const { workflowId } of world.access.client.workflow.list({ query })) {
      await store('import-run-failed', workflowId);
    }
  }, 90_000);
});

/** A merchant whose customer has neither a name nor anything to reach them by. */
function namelessGoods({ erp, wms }: World): Goods {
  const customer = erp.addCustomer({
    Name: 'Customer',
    Addresses: { Post: { Street: 'Street 1', PostalCode: '0001', PostalArea: 'Town' } },
  }).Id;
  const products = ['Cap', 'Scarf'].map((Name, index) => {
    const No = `TS-${index + 1}`;
    const { Id } = erp.addProduct({ Name, No });
    wms.addArticle({ articleNumber: No, articleName: Name, productCode: Id });
    return Id;
  });
  return { customer, products };
}
