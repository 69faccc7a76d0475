import type { SandboxReply } from '../vendor.ts';
import { burstReply, quarantineReply } from './limits.ts';
import { faultReply } from './wire/envelope.ts';
import { unprocessed } from './wire/service-fault.ts';

/** The faults that can be asked for. `expired` also ends the sessions, as a real expiry does. */
export const faultKinds = [
  'fault',
  'fault200',
  'expired',
  'html502',
  'empty503',
  'text429',
  'text500',
  'quarantine',
  'garbage',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export const isFaultKind = (kind: string): kind is FaultKind =>
  faultKinds.some((known) => known === kind);

const html = (status: number, title: string): SandboxReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><br></body></html>`,
});

/** What a request gets that comes without a session; clients know the vendor's three texts. */
const refusals = [
  'Session is not authenticated',
  'Client is not authenticated on this identity',
  'You have to be logged in, see https://api.24sevenoffice.com/authenticate/V001/authenticate.asmx?wsdl',
];

/** The text of a refusal for want of a session; the texts take turns. */
export const sessionRefusal = (turn: number) =>
  unprocessed(refusals[turn % refusals.length] ?? 'Session is not authenticated');

/**
 * The reply for a fault that was asked for.
 * @param turn which of the texts for a missing session
 * @param quarantineEnd epoch milliseconds
 */
export function replyFor(kind: FaultKind, turn: number, quarantineEnd: number): SandboxReply {
  const timedOut = unprocessed(
    'Timeout expired. The timeout period elapsed prior to completion of the operation or the server is not responding.',
  );
  switch (kind) {
    case 'fault':
      return faultReply('1.1', timedOut);
    case 'fault200':
      return faultReply('1.1', timedOut, 200);
    case 'expired':
      return faultReply('1.1', sessionRefusal(turn));
    case 'html502':
      return html(502, '502 Bad Gateway');
    case 'empty503':
      return { status: 503, headers: {}, body: '' };
    case 'text429':
      return burstReply();
    case 'text500':
      return {
        status: 500,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: 'The service is unavailable.',
      };
    case 'quarantine':
      return quarantineReply(quarantineEnd);
    case 'garbage':
      return html(200, 'Maintenance');
  }
}
