import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { salesOrder } from './sales-order.ts';
import { openSandboxWarehouse, type SandboxWarehouse } from './sandbox-warehouse.ts';
import { json, openTinyWarehouse, type TinyWarehouse } from './tiny-warehouse.ts';
import { aCall } from '../a-call.ts';
import { lost, type Reply } from '../stub-server.ts';

const file = (content: string) => ({
  name: 'packing-slip-10482.pdf',
  mimeType: 'application/pdf',
  base64: Buffer.from(content).toString('base64'),
});

describe('a file goes to the warehouse’s order', () => {
  let opened: SandboxWarehouse;
  let order: { id: string; number: string; warehouseOrderId: string };

  beforeEach(async () => {
    opened = await openSandboxWarehouse();
    opened.vendor.addArticle({ articleNumber: 'A-100', productCode: '4711' });
    opened.vendor.addArticle({ articleNumber: 'A-200', productCode: '4712' });
    await opened.warehouse.put(salesOrder, {}, aCall());
    const warehouseOrderId = String(opened.vendor.order('10482')?.orderId);
    order = { id: salesOrder.id, number: salesOrder.number, warehouseOrderId };
  });
  afterEach(async () => await opened.sandbox.close());

  test('and takes the place of the one before it', async () => {
    await opened.warehouse.attach(order, file('%PDF-1'), aCall());
    await opened.warehouse.attach(order, file('%PDF-2'), aCall());
    expect(opened.vendor.files('10482')).toEqual([
      { fileId: expect.any(Number), ...file('%PDF-2') },
    ]);
  });

  test('once, although the answer was lost', async () => {
    const operation = 'PUT /orders/{orderId}/files';
    opened.sandbox.faults.add({ vendor: 'ongoing', operation, kind: 'lost', times: 1 });
    await expect(opened.warehouse.attach(order, file('%PDF-1'), aCall())).rejects.toMatchObject({
      decision: { kind: 'retry', answerLost: true },
    });
    await opened.warehouse.attach(order, file('%PDF-1'), aCall({ answerMayBeLost: true }));
    expect(opened.vendor.files('10482')).toHaveLength(1);
  });

  test('of ten megabytes', async () => {
    await opened.warehouse.attach(order, file(`%PDF-${'x'.repeat(9_999_995)}`), aCall());
    expect(opened.vendor.files('10482')[0]?.base64).toHaveLength(13_333_336);
  });

  test('that isn’t there any more', async () => {
    const nowhere = { ...order, warehouseOrderId: '1' };
    await expect(opened.warehouse.attach(nowhere, file('%PDF-1'), aCall())).rejects.toMatchObject({
      decision: { kind: 'attention', attention: 'packing slip' },
      message: "Ongoing WMS refuses the file: “There is no order with order ID '1'.”.",
    });
  });
});

describe('an answer to a file', () => {
  let tiny: TinyWarehouse;
  beforeEach(async () => {
    tiny = await openTinyWarehouse();
  });
  afterEach(async () => await tiny.close());
  const order = { id: '90210', number: '10482', warehouseOrderId: '88213' };
  const attach = async () => await tiny.warehouse.attach(order, file('%PDF-1'), aCall());

  test('counts where it says success', async () => {
    tiny.answer = () => json({ fileId: 1, success: true, message: null });
    await attach();
    expect(tiny.received).toMatchObject([
      {
        method: 'PUT',
        path: '/nord/api/v1/orders/88213/files',
        search: '?fileName=packing-slip-10482.pdf',
      },
    ]);
    const { name: _inTheQuery, base64: fileDataBase64, mimeType } = file('%PDF-1');
    expect(JSON.parse(tiny.received[0]?.body ?? '')).toEqual({ mimeType, fileDataBase64 });
  });

  test.each<[string, Reply, object]>([
    [
      'success is false',
      json({ fileId: null, success: false, message: 'The type isn’t allowed.<br/>' }),
      {
        decision: { kind: 'attention', attention: 'packing slip' },
        message: 'Ongoing WMS refuses the file: “The type isn’t allowed.”.',
      },
    ],
    [
      'success is false without a word',
      json({ success: false }),
      { message: 'Ongoing WMS refuses the file without a reason.' },
    ],
    ['success is missing', json({ fileId: 1 }), { decision: { kind: 'retry', answerLost: true } }],
    ['it never came', lost, { decision: { kind: 'retry', answerLost: true } }],
    ['it is a 401', json({}, 401), { decision: { kind: 'incident' } }],
    ['it is a 400', json({ Message: 'No.' }, 400), { decision: { attention: 'packing slip' } }],
  ])('doesn’t where %s', async (_what, reply, expected) => {
    tiny.answer = () => reply;
    await expect(attach()).rejects.toMatchObject(expected);
  });
});
