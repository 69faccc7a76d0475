import type { SandboxReply } from '../vendor.ts';
import { errorReply } from './replies.ts';

/** The faults that this vendor answers in its own way, for `faultReply`. */
export const orderDeskFaultKinds = [
  'html502',
  'empty503',
  'text429',
  'status-error-200',
  'garbage',
  'json500',
] as const;
export type OrderDeskFaultKind = (typeof orderDeskFaultKinds)[number];

/** How long a throttled caller is told to wait, in seconds. */
const pauseSeconds = 2;

/** The reply of a fault kind, or undefined for a kind that isn't in `orderDeskFaultKinds`. */
export function orderDeskFaultReply(kind: string): SandboxReply | undefined {
  switch (kind as OrderDeskFaultKind) {
    case 'html502':
      return page(502, '502 Bad Gateway');
    case 'empty503':
      return { status: 503, headers: {}, body: '' };
    case 'text429':
      return {
        status: 429,
        headers: { 'content-type': 'text/plain', 'x-retry-after': String(pauseSeconds) },
        body: 'Too Many Requests',
      };
    case 'status-error-200':
      return errorReply(200, 'An error occurred');
    case 'garbage':
      return page(200, 'Maintenance');
    case 'json500':
      return errorReply(500, 'Server Error');
    default:
      return undefined;
  }
}

const page = (status: number, title: string): SandboxReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
});
