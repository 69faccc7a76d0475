import type { SandboxReply } from '../vendor.ts';
import { phpJson } from './php-json.ts';

const jsonHeaders = { 'content-type': 'application/json' };

export const executionTime = '0.0312 seconds';

export function jsonReply(status: number, body: Readonly<Record<string, unknown>>): SandboxReply {
  return { status, headers: jsonHeaders, body: phpJson(body) };
}

/** What was asked for, with what the vendor says about it. */
export const successReply = (
  message: string,
  members: Readonly<Record<string, unknown>> = {},
): SandboxReply =>
  jsonReply(200, { status: 'success', message, execution_time: executionTime, ...members });

/** A refusal. The vendor refuses some things with HTTP 200, so that only the body tells. */
export const errorReply = (status: number, message: string): SandboxReply =>
  jsonReply(status, { status: 'error', message, execution_time: executionTime });
