import { emptyUnavailable, badGateway, maintenance } from '../rest/gateway.ts';
import type { SandboxReply } from '../vendor.ts';
import { burstReply, quarantineReply } from './limits.ts';
import { faultReply } from './wire/envelope.ts';
import { unprocessed } from './wire/service-fault.ts';

/** What a request gets that comes without a session; clients know the vendor's three texts. */
const refusals = [
  'Session is not authenticated',
  'Client is not authenticated on this identity',
  'You have to be logged in, see https://api.24sevenoffice.com/authenticate/V001/authenticate.asmx?wsdl',
];

/** The text of a refusal for want of a session; the texts take turns. */
export const sessionRefusal = (turn: number) =>
  unprocessed(refusals[turn % refusals.length] ?? 'Session is not authenticated');

const timedOut = unprocessed(
  'Timeout expired. The timeout period elapsed prior to completion of the operation or the server is not responding.',
);

/** The faults that this vendor answers in its own way. `expired` also ends the sessions, as a real expiry does. */
const replies = {
  fault: () => faultReply('1.1', timedOut),
  fault200: () => faultReply('1.1', timedOut, 200),
  expired: (turn) => faultReply('1.1', sessionRefusal(turn)),
  html502: badGateway,
  empty503: emptyUnavailable,
  text429: burstReply,
  text500: () => ({
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: 'The service is unavailable.',
  }),
  quarantine: (_turn, quarantineEnd) => quarantineReply(quarantineEnd),
  garbage: maintenance,
} as const satisfies Readonly<
  Record<string, (turn: number, quarantineEnd: number) => SandboxReply>
>;

export type FaultKind = keyof typeof replies;
export const faultKinds = Object.keys(replies) as FaultKind[];

/**
 * The reply of a fault kind, or undefined for a kind that isn't in `faultKinds`.
 * @param turn which of the texts for a missing session
 * @param quarantineEnd epoch milliseconds
 */
export const replyFor = (kind: string, turn: number, quarantineEnd: number) =>
  Object.hasOwn(replies, kind) ? replies[kind as FaultKind](turn, quarantineEnd) : undefined;
