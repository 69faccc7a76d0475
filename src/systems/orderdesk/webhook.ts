import { createHmac } from 'node:crypto';

import { z } from 'zod';

import { isSameSecret } from '../kit/same-secret.ts';
import type { Secret } from '../kit/settings/secret.ts';
import { type ConnectionWebhook, readBody, UnreadableBody, type Webhook } from '../kit/webhook.ts';

const storeHeader = 'x-order-desk-store-id';
const hashHeader = 'x-order-desk-hash';

/** The rest of the order is read from the store: a call that is sent again may be days old. */
const postedOrder = z.object({
  id: z.union([z.string().regex(/^\d{1,20}$/), z.int().positive().transform(String)]),
});
const form = z.object({ order: z.string() });

/**
 * For the rule action "Post Order JSON". The vendor takes exactly 200 or 201 for success and calls five
 * times again within two hours otherwise.
 */
export const webhook: Webhook = {
  path: '/webhooks/orderdesk',
  // Far more than an order of a thousand items takes as a form.
  bodyLimit: 2 * 1024 * 1024,
  proof: 'signature',
  refusals: {
    unknown: 'No connection has this store.',
    unproven: 'The signature is missing or wrong.',
  },
  // What the signature is over: a form's field as it is once it was decoded, or all of a JSON body.
  textOf: (body) => {
    if (typeof body === 'string') return body;
    const parsed = form.safeParse(body);
    if (parsed.success) return parsed.data.order;
    throw new UnreadableBody('The form has no field `order`.');
  },
};

/** The webhook of one store: the API key signs. */
export const storeWebhook = (store: {
  readonly storeId: string;
  readonly apiKey: Secret;
}): ConnectionWebhook => ({
  isMeant: (headers) => headers[storeHeader] === store.storeId,
  isProven: (headers, text) => {
    const given = headers[hashHeader];
    const wanted = createHmac('sha256', store.apiKey.reveal()).update(text).digest('hex');
    return typeof given === 'string' && isSameSecret(given.toLowerCase(), wanted);
  },
  read: (text) => {
    const { id } = readBody(text, postedOrder);
    return { order: { id, number: id } };
  },
});
