import type { SandboxReply } from '../vendor.ts';
import { jsonReply, refusalReply } from './replies.ts';

/** The faults that this vendor answers in its own way, for `faultReply`. */
export const ongoingFaultKinds = [
  'json500',
  'html502',
  'html200',
  'empty503',
  '429',
  '429date',
  'nullOrderId',
  '401',
] as const;
export type OngoingFaultKind = (typeof ongoingFaultKinds)[number];

const htmlHeaders = { 'content-type': 'text/html; charset=utf-8' };

/** How long a throttled caller is told to wait, in seconds. */
const pauseSeconds = 2;

/** The reply of a fault kind, or undefined for a kind that isn't in `ongoingFaultKinds`. */
export function ongoingFaultReply(kind: string, now: number): SandboxReply | undefined {
  switch (kind as OngoingFaultKind) {
    case 'json500':
      return jsonReply(500, { Message: 'An error has occurred.' });
    case 'html502':
      return { status: 502, headers: htmlHeaders, body: page('502 - Bad Gateway') };
    case 'html200':
      return { status: 200, headers: htmlHeaders, body: page('Maintenance') };
    case 'empty503':
      return { status: 503, headers: {}, body: '' };
    case '429':
      return throttled(String(pauseSeconds));
    case '429date':
      // An HTTP date has whole seconds: rounded up, so that it never lies in the past.
      return throttled(new Date(Math.ceil(now / 1000 + pauseSeconds) * 1000).toUTCString());
    case 'nullOrderId':
      return jsonReply(200, { orderId: null, message: null });
    case '401':
      return refusalReply(401, 'Authorization has been denied for this request.', true);
    default:
      return undefined;
  }
}

function throttled(retryAfter: string): SandboxReply {
  const reply = jsonReply(429, { message: 'Too many requests.' });
  return { ...reply, headers: { ...reply.headers, 'retry-after': retryAfter } };
}

const page = (title: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
