import { createHmac } from 'node:crypto';

import { phpJson } from './php-json.ts';

/** A request that the store makes when a rule posts an order. */
export interface PostedOrder {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** A form with the order as JSON in its field `order`. */
  readonly body: string;
  /** The field's text, which the hash is over. */
  readonly order: string;
}

/** @param view the order as the wire has it */
export function postedOrder(
  view: Readonly<Record<string, unknown>>,
  storeId: string,
  apiKey: string,
): PostedOrder {
  const order = phpJson(view);
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-order-desk-store-id': storeId,
      'x-order-desk-hash': createHmac('sha256', apiKey).update(order).digest('hex'),
    },
    body: new URLSearchParams({ order }).toString(),
    order,
  };
}
