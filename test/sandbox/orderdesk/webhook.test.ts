import { createHmac } from 'node:crypto';

import { expect, test } from 'vitest';

import { createOrderDesk } from '../../../sandbox/orderdesk/orderdesk.ts';

test('a posted order is a form whose field the hash is over, escaped as PHP does', () => {
  const shop = createOrderDesk();
  const { id } = shop.addOrder({
    source_id: '10482',
    checkout_data: { Remark: 'Bjørn & co. 1/2' },
  });
  const { headers, body, order } = shop.postOrderJson(id);
  const field = new URLSearchParams(body).get('order') ?? '';
  expect(field).toBe(order);
  expect(JSON.parse(field)).toMatchObject({
    id,
    source_id: '10482',
    checkout_data: { Remark: 'Bjørn & co. 1/2' },
    order_metadata: [],
  });
  const hashOf = (text: string, key: string) =>
    createHmac('sha256', key).update(text).digest('hex');
  expect(headers).toEqual({
    'content-type': 'application/x-www-form-urlencoded',
    'x-order-desk-store-id': '18211',
    'x-order-desk-hash': hashOf(field, 'sandbox-api-key'),
  });
  expect(hashOf(JSON.stringify(JSON.parse(field)), 'sandbox-api-key')).not.toBe(
    headers['x-order-desk-hash'],
  );
  shop.setApiKey('new-key');
  expect(shop.postOrderJson(id).headers['x-order-desk-hash']).toBe(hashOf(field, 'new-key'));
});
