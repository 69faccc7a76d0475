import { badGateway, emptyUnavailable, maintenance } from '../rest/gateway.ts';
import type { SandboxReply } from '../vendor.ts';
import { errorReply } from './replies.ts';

/** How long a throttled caller is told to wait, in seconds. */
const pauseSeconds = 2;

/** The faults that this vendor answers in its own way, each with its reply. */
const replies = {
  html502: badGateway,
  empty503: emptyUnavailable,
  text429: () => ({
    status: 429,
    headers: { 'content-type': 'text/plain', 'x-retry-after': String(pauseSeconds) },
    body: 'Too Many Requests',
  }),
  'status-error-200': () => errorReply(200, 'An error occurred'),
  garbage: maintenance,
  json500: () => errorReply(500, 'Server Error'),
} as const satisfies Readonly<Record<string, () => SandboxReply>>;

export type OrderDeskFaultKind = keyof typeof replies;
export const orderDeskFaultKinds = Object.keys(replies) as OrderDeskFaultKind[];

/** The reply of a fault kind, or undefined for a kind that isn't in `orderDeskFaultKinds`. */
export const orderDeskFaultReply = (kind: string): SandboxReply | undefined =>
  Object.hasOwn(replies, kind) ? replies[kind as OrderDeskFaultKind]() : undefined;
