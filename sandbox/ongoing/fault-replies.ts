import { badGateway, emptyUnavailable, maintenance } from '../rest/gateway.ts';
import type { SandboxReply } from '../vendor.ts';
import { jsonReply, refusalReply } from './replies.ts';

/** How long a throttled caller is told to wait, in seconds. */
const pauseSeconds = 2;

/** The faults that this vendor answers in its own way, each with its reply at a time. */
const replies = {
  json500: () => jsonReply(500, { Message: 'An error has occurred.' }),
  html502: badGateway,
  html200: maintenance,
  empty503: emptyUnavailable,
  '429': () => throttled(String(pauseSeconds)),
  // An HTTP date has whole seconds: rounded up, so that it never lies in the past.
  '429date': (now) =>
    throttled(new Date(Math.ceil(now / 1000 + pauseSeconds) * 1000).toUTCString()),
  nullOrderId: () => jsonReply(200, { orderId: null, message: null }),
  '401': () => refusalReply(401, 'Authorization has been denied for this request.', true),
} as const satisfies Readonly<Record<string, (now: number) => SandboxReply>>;

export type OngoingFaultKind = keyof typeof replies;
export const ongoingFaultKinds = Object.keys(replies) as OngoingFaultKind[];

/** The reply of a fault kind, or undefined for a kind that isn't in `ongoingFaultKinds`. */
export const ongoingFaultReply = (kind: string, now: number): SandboxReply | undefined =>
  Object.hasOwn(replies, kind) ? replies[kind as OngoingFaultKind](now) : undefined;

function throttled(retryAfter: string): SandboxReply {
  const reply = jsonReply(429, { message: 'Too many requests.' });
  return { ...reply, headers: { ...reply.headers, 'retry-after': retryAfter } };
}
