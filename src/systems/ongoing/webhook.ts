import { z } from 'zod';

import { isSameSecret } from '../kit/same-secret.ts';
import type { Secret } from '../kit/settings/secret.ts';
import { type ConnectionWebhook, jsonText, readBody, type Webhook } from '../kit/webhook.ts';
import { givenToken } from './given-token.ts';
import type { OngoingSettings } from './settings.ts';
import { phaseOf } from './statuses.ts';

const reference = z.string().trim().max(200);

/** What is read of a call; the order itself is read from the warehouse. */
const orderCall = z.object({
  goodsOwnerId: z.int().nullish(),
  /** Only what was sent with the order comes back: one that isn't ours has none. */
  goodsOwnerOrderId: reference.nullish(),
  orderNumber: reference.nullish(),
  orderStatus: z.object({ number: z.int() }),
});

/** For Ongoing's webhook of orders. The vendor signs nothing. */
export const webhook: Webhook = {
  path: '/webhooks/ongoing/:connection',
  // A call names an order, its tracking and its parcels: a few kilobytes.
  bodyLimit: 256 * 1024,
  proof: 'word',
  refusals: {
    unknown: 'There is no webhook for this connection.',
    unproven: 'The token is missing or wrong.',
  },
  textOf: jsonText,
};

/** The webhook of one goods owner. */
export const goodsOwnerWebhook = (
  token: Secret,
  owner: Pick<OngoingSettings, 'goodsOwnerId' | 'statuses' | 'reportAt'>,
): ConnectionWebhook => ({
  isMeant: () => true,
  isProven: (headers) => {
    const given = givenToken(headers);
    return given !== undefined && isSameSecret(given, token.reveal());
  },
  read: (text) => {
    const { goodsOwnerId, goodsOwnerOrderId: id, ...call } = readBody(text, orderCall);
    // One webhook may speak of several goods owners.
    if ((goodsOwnerId ?? owner.goodsOwnerId) !== owner.goodsOwnerId) {
      return { ignored: 'another goods owner' };
    }
    const phase = phaseOf(call.orderStatus.number, owner.statuses, owner.reportAt);
    if (phase !== 'shipped' && phase !== 'returned' && phase !== 'cancelled') {
      return { ignored: 'nothing to do' };
    }
    const { orderNumber: number } = call;
    return id && number ? { order: { id, number } } : { ignored: 'without our order id' };
  },
});
