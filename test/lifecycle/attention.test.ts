import { describe, expect, test } from 'vitest';

import { place } from '../world/goods.ts';
import { goods, world } from './usual-world.ts';

describe('an order that needs a person', () => {
  const until = async (id: string, kind: string) =>
    await world.until(id, kind, ({ attention }) => attention.some((one) => one.kind === kind));

  test('for an article without a number is sent once that is corrected', async () => {
    const { Id } = world.erp.addProduct({ Name: 'Boot', No: '' });
    const good = place(world, goods);
    const id = place(world, goods, { InvoiceRows: [{ ProductId: Id, Quantity: '1' }] });
    await world.importOrders();
    const status = await until(id, 'unknown article');
    expect(status.attention[0]?.text).toContain(Id);
    expect(status.nextTryAt).toBeDefined();
    await world.until(good, 'the other is not held up', ({ stage }) => stage === 'in warehouse');

    world.erp.editProduct(Id, { No: 'BT-1' });
    expect(await world.ask(id, 'resend')).toMatchObject({ outcome: 'done' });
    expect(await world.attention(id)).toEqual([]);
    expect(world.wms.article('BT-1')?.productCode).toBe(Id);
    expect(world.wms.order(id)?.lines).toMatchObject([{ articleNumber: 'BT-1', quantity: '1' }]);
  });

  test('for a field that can’t be mapped names it, and is sent when the source corrects it', async () => {
    const id = place(world, goods, {
      InvoiceRows: [{ ProductId: goods.products[0] ?? '', Quantity: '0' }],
    });
    await world.importOrders();
    const status = await until(id, 'bad input');
    expect(status).toMatchObject({ stage: 'importing' });
    expect(status.attention[0]?.text).toMatch(/quantity/i);
    expect(world.wms.order(id)).toBeUndefined();
    world.erp.editOrder(id, {
      InvoiceRows: [{ ProductId: goods.products[0] ?? '', Quantity: '2' }],
    });
    await world.importOrders();
    const sent = await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    expect(sent.attention).toEqual([]);
  });

  test('for a text that is too long is told the length, never the text', async () => {
    const name = `Kari ${'N'.repeat(226)}`;
    const id = place(world, goods, { CustomerDeliveryName: name });
    await world.importOrders();
    const status = await until(id, 'bad input');
    expect(status.attention[0]?.text).toContain('231');
    expect(JSON.stringify(status)).not.toContain('NNNN');
    expect(await world.ask(id, 'release')).toMatchObject({ outcome: 'done' });
    expect((await world.result(id)).stage).toBe('released');
  });

  test('because its number is somebody else’s is never put over that order', async () => {
    const id = place(world, goods);
    world.wms.addForeignOrder(id, 'SOMEBODY-ELSE');
    await world.importOrders();
    const status = await until(id, 'number taken');
    expect(status.attention[0]?.text).toContain('SOMEBODY-ELSE');
    expect(world.wms.order(id)).toMatchObject({ goodsOwnerOrderId: 'SOMEBODY-ELSE', putCount: 0 });
    expect(await world.ask(id, 'resend')).toMatchObject({ outcome: 'refused' });
    expect(world.wms.order(id)).toMatchObject({ goodsOwnerOrderId: 'SOMEBODY-ELSE', putCount: 0 });
  });

  test('because the warehouse cancelled it can be sent again', async () => {
    const id = place(world, goods);
    await world.importOrders();
    await world.until(id, 'it is sent', ({ stage }) => stage === 'in warehouse');
    world.wms.cancelByWarehouse(id);
    await world.trackShipments();
    await until(id, 'cancelled at warehouse');
    expect(await world.ask(id, 'resend')).toMatchObject({ outcome: 'done' });
    expect(world.wms.order(id)?.status).toBe(200);
    expect(await world.attention(id)).toEqual([]);
  });

  test('is findable by number, stage and attention', async () => {
    const id = place(world, goods, {
      InvoiceRows: [{ ProductId: goods.products[0] ?? '', Quantity: '-1' }],
    });
    await world.importOrders();
    await until(id, 'bad input');
    const found: string[] = [];
    const query = `orderNumber = '${id}' AND stage = 'importing' AND needsAttention = true AND attention = 'bad input'`;
    for (let tries = 0; tries < 50 && found.length === 0; tries += 1) {
      for await (const { workflowId } of world.access.client.workflow.list({ query })) {
        found.push(workflowId);
      }
    }
    expect(found).toEqual([`order:nordlys:${id}`]);
  });
});
