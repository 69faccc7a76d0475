import { createHmac } from 'node:crypto';

import { phpJson } from './php-json.ts';

/**
 * The request that the store makes when a rule posts an order: a form with the order as JSON in its
 * field `order`.
 * @param view the order as the wire has it
 */
export function postedOrder(
  view: Readonly<Record<string, unknown>>,
  storeId: string,
  apiKey: string,
) {
  const order = phpJson(view);
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-order-desk-store-id': storeId,
      'x-order-desk-hash': createHmac('sha256', apiKey).update(order).digest('hex'),
    },
    body: new URLSearchParams({ order }).toString(),
    /** The field's text, which the hash is over. */
    order,
  };
}
