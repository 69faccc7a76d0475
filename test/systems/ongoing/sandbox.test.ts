import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { OngoingOptions } from '../../../sandbox/ongoing/options.ts';
import { firstLine, salesOrder } from './sales-order.ts';
import { openSandboxWarehouse, type SandboxWarehouse } from './sandbox-warehouse.ts';
import { aCall } from '../a-call.ts';

let vendor: SandboxWarehouse['vendor'];
let sandbox: SandboxWarehouse['sandbox'];
let warehouse: SandboxWarehouse['warehouse'];

async function open(options: Partial<OngoingOptions> = {}): Promise<void> {
  ({ vendor, sandbox, warehouse } = await openSandboxWarehouse(options));
  vendor.addArticle({ articleNumber: 'A-100', productCode: '4711' });
  vendor.addArticle({ articleNumber: 'A-200', productCode: '4712' });
}

beforeEach(async () => await open());
afterEach(async () => await sandbox.close());

const put = async (order = salesOrder, context = {}, lost = false) =>
  await warehouse.put(order, context, aCall({ answerMayBeLost: lost }));

describe('an order’s life at a warehouse that refuses what the contract doesn’t allow', () => {
  test('from the PUT to its shipment', async () => {
    await warehouse.probe(aCall());
    expect(await warehouse.look(salesOrder, aCall())).toEqual({ kind: 'absent' });
    expect(await put()).toMatchObject({ kind: 'accepted' });
    expect(await put()).toMatchObject({ kind: 'accepted' });
    vendor.ship('10482', {});
    const { entries } = await warehouse.changes(undefined, aCall());
    expect(entries).toMatchObject([
      { number: '10482', goodsOwnerOrderId: '90210', phase: 'shipped' },
    ]);
    expect(await put()).toMatchObject({ kind: 'accepted' });
    expect(await put({ ...salesOrder, lines: [{ ...firstLine, quantity: '5' }] })).toMatchObject({
      kind: 'too late',
      differences: [
        { field: 'line 1', held: '4 pieces', wanted: '5 pieces' },
        { field: 'line that was removed', held: '0.5 pieces of A-200' },
      ],
    });
  });

  test('with every extra field that a connection may fill', async () => {
    const order = {
      ...salesOrder,
      extra: { freightPrice: '49.90', 'advanced.arrivalDate': '2026-11-25', freeText1: 'x' },
      lines: [
        {
          ...firstLine,
          extra: { 'prices.linePrice': '199.50', 'prices.currencyCode': 'NOK', comment: 'x' },
        },
      ],
    };
    expect(await put(order)).toMatchObject({ kind: 'accepted' });
    vendor.setStatus('10482', 300);
    expect(await put(order)).toMatchObject({ kind: 'accepted' });
    expect(vendor.puts('10482')[0]?.text).toContain('"linePrice":199.50');
  });

  test('puts articles first', async () => {
    const order = { ...salesOrder, lines: [{ ...firstLine, article: { productCode: '4713' } }] };
    expect(await put(order)).toEqual({ kind: 'unknown articles', productCodes: ['4713'] });
    const article = { productCode: '4713', articleNumber: 'A-300', weightKg: '1.50' };
    expect(await warehouse.putArticles([article], aCall())).toEqual([]);
    expect(await put(order)).toMatchObject({ kind: 'accepted' });
  });

  test('is written once although the answer was lost', async () => {
    sandbox.faults.add({ vendor: 'ongoing', operation: 'PUT /orders', kind: 'lost', times: 1 });
    await expect(put()).rejects.toMatchObject({ decision: { kind: 'retry', answerLost: true } });
    vendor.setStatus('10482', 300);
    expect(await put(salesOrder, {}, true)).toMatchObject({ kind: 'accepted' });
    expect(vendor.puts('10482')).toHaveLength(1);
  });

  test('never overwrites or cancels somebody else’s', async () => {
    vendor.addForeignOrder('10482', null);
    expect(await warehouse.look(salesOrder, aCall())).toMatchObject({ kind: 'foreign' });
    expect(await put(salesOrder, {}, true)).toMatchObject({ kind: 'foreign' });
    expect(await warehouse.cancel(salesOrder, aCall())).toEqual({ kind: 'cancelled' });
    expect(vendor.order('10482')?.status).not.toBe(1000);
  });

  test('is cancelled until work has begun', async () => {
    await put();
    vendor.setStatus('10482', 300);
    expect(await warehouse.cancel(salesOrder, aCall())).toMatchObject({
      kind: 'refused',
      order: { statusNumber: 300 },
      words: "Order 10482 can't be cancelled. The warehouse has started working on it.",
    });
    vendor.setStatus('10482', 200);
    expect(await warehouse.cancel(salesOrder, aCall())).toMatchObject({ kind: 'cancelled' });
    expect(await warehouse.cancel(salesOrder, aCall())).toMatchObject({ kind: 'cancelled' });
  });
});

describe('what nobody knows of the vendor is found out by reading back', () => {
  test.each([
    ['reopens', { kind: 'accepted' }],
    ['stays cancelled', { kind: 'number spent' }],
    ['refuses', { kind: 'number spent' }],
  ] as const)('a cancelled number %s', async (reopensCancelled, expected) => {
    await sandbox.close();
    await open({ reopensCancelled });
    await put();
    await warehouse.cancel(salesOrder, aCall());
    expect(await put(salesOrder, { reopens: true })).toMatchObject(expected);
  });

  test.each([
    [false, { kind: 'accepted' }],
    [true, { kind: 'lines stayed', rows: ['502'] }],
  ])('lines that were removed stay: %s', async (keepsRemovedLines, expected) => {
    await sandbox.close();
    await open({ keepsRemovedLines });
    await put();
    const less = { ...salesOrder, lines: [firstLine] };
    expect(await put(less, { sentRows: ['501', '502'] })).toMatchObject(expected);
  });
});
