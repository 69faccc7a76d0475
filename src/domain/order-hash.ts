import { createHash } from 'node:crypto';

import { hashVersion } from './hash-version.ts';
import type { Order } from './order.ts';

/**
 * A hash of what the warehouse would receive, so that a reading that changes nothing is recognised. It
 * carries its version.
 * A delivery date that only stands for "today" is left out: it would change every midnight.
 */
export function orderHash(order: Order): string {
  const { deliveryDate, ...rest } = order;
  const counted = order.deliveryDateIsDefault ? rest : { ...rest, deliveryDate };
  const digest = createHash('sha256').update(canonicalJson(counted)).digest('hex').slice(0, 32);
  return `${hashVersion}:${digest}`;
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
