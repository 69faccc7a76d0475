import { describe, expect, test } from 'vitest';

import { readJsonAsText } from '../../../src/systems/kit/rest/exact-json.ts';
import { existingOrderSchema } from '../../../src/systems/ongoing/rest/schema.ts';
import { defaultStatuses } from '../../../src/systems/ongoing/statuses.ts';
import { warehouseOrderOf } from '../../../src/systems/ongoing/rest/orders/warehouse-order.ts';
import { existingOrder } from './tiny-warehouse.ts';

const settings = { statuses: defaultStatuses, reportAt: 450 };

function read(orderInfo: Parameters<typeof existingOrder>[0], rest: object = {}) {
  const text = JSON.stringify(existingOrder(orderInfo, { ...rest }));
  const held = existingOrderSchema.parse(readJsonAsText(text));
  return warehouseOrderOf(held, settings, '2026-11-24T10:00:00.000Z');
}

const tracking = (rest: object, info = {}) =>
  read({ status: 450, ...info }, rest).shipment.tracking;

describe('what left the warehouse', () => {
  test.each([
    ['null everywhere', {}, {}, []],
    [
      'waybills of the order and of its parcels, each once',
      {
        tracking: [{ waybill: 'W1', trackingUrl: null }],
        parcels: [
          {
            parcelNumber: 'P1',
            isReturnParcel: false,
            tracking: { waybill: 'W1', trackingUrl: 'https://t.test/W1' },
          },
          { parcelNumber: 'P2', isReturnParcel: false, tracking: { waybill: 'W2' } },
        ],
      },
      { wayBill: 'OTHER' },
      [{ number: 'W1', url: 'https://t.test/W1' }, { number: 'W2' }],
    ],
    [
      'the order’s own waybill field where there is no other',
      { parcels: [{ parcelNumber: 'P1', isReturnParcel: false, tracking: null }] },
      { wayBill: 'W7, W8' },
      [{ number: 'W7' }, { number: 'W8' }],
    ],
    [
      'parcel numbers where there is no waybill at all',
      {
        tracking: [],
        parcels: [
          {
            parcelNumber: 'P1',
            isReturnParcel: false,
            tracking: { trackingUrl: 'https://t.test/P1' },
          },
          { parcelNumber: 'P9', isReturnParcel: true },
        ],
      },
      { wayBill: ' ' },
      [{ number: 'P1', url: 'https://t.test/P1' }],
    ],
    [
      'nothing of a return parcel',
      {
        tracking: [{ waybill: 'W1' }, { waybill: 'R1' }],
        parcels: [
          { parcelNumber: 'P1', isReturnParcel: false, tracking: { waybill: 'W1' } },
          { parcelNumber: 'P9', isReturnParcel: true, tracking: { waybill: 'R1' } },
        ],
      },
      {},
      [{ number: 'W1' }],
    ],
    [
      'nothing of the return tracking',
      { tracking: [{ waybill: 'R1' }], returnTracking: [{ waybill: 'R1' }] },
      {},
      [],
    ],
    [
      'a number with all its digits',
      { tracking: [{ waybill: '00370123456789012345' }] },
      {},
      [{ number: '00370123456789012345' }],
    ],
    [
      'no link that isn’t one',
      { tracking: [{ waybill: 'W1', trackingUrl: 'n/a' }] },
      {},
      [{ number: 'W1' }],
    ],
  ])('%s', (_what, rest, info, expected) => {
    expect(tracking(rest, info)).toEqual(expected);
  });

  test('a waybill that comes as a number keeps its digits', () => {
    const text = JSON.stringify(existingOrder({ status: 450 })).replace(
      '"tracking":null',
      '"tracking":[{"waybill":370123456789012345678}]',
    );
    const held = existingOrderSchema.parse(readJsonAsText(text));
    expect(warehouseOrderOf(held, settings, 'x').shipment.tracking).toEqual([
      { number: '370123456789012345678' },
    ]);
  });

  test('the carrier and the time come along', () => {
    const shipped = read(
      { status: 450, shippedTime: '2026-11-24T09:15:00.1234567Z' },
      { transporter: { transporterName: 'Bring', code: 'BRING', serviceCode: '1202' } },
    );
    expect(shipped.shipment).toEqual({
      shippedAt: '2026-11-24T09:15:00.123Z',
      carrier: { name: 'Bring', code: 'BRING', service: '1202' },
      tracking: [],
    });
  });

  test.each([['0001-01-01T00:00:00Z'], [null], ['soon']])(
    '%s is no shipping time',
    (shippedTime) => {
      expect(read({ status: 450, shippedTime }).shipment).toEqual({ tracking: [] });
    },
  );
});

describe('the phase of an order', () => {
  test.each([
    [150, 'error'],
    [200, 'open'],
    [320, 'begun'],
    [400, 'picked'],
    [425, 'begun'],
    [450, 'shipped'],
    [451, 'shipped'],
    [475, 'returned'],
    [500, 'shipped'],
    [800, 'returned'],
    [1000, 'cancelled'],
    [110, 'unknown'],
  ])('%d is %s', (status, phase) => {
    expect(read({ status }).phase).toBe(phase);
  });

  test('a waybill on an open order doesn’t make it shipped', () => {
    const order = read({ status: 200, wayBill: 'DUMMY' }, { tracking: [{ waybill: 'DUMMY' }] });
    expect(order.phase).toBe('open');
  });
});

test('an order that is somebody else’s has no id of ours', () => {
  expect(read({ goodsOwnerOrderId: null }).goodsOwnerOrderId).toBeNull();
  expect(read({ goodsOwnerOrderId: ' ' }).goodsOwnerOrderId).toBeNull();
  expect(read({}).goodsOwnerOrderId).toBe('90210');
});
