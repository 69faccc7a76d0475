import type { SandboxReply } from '../vendor.ts';
import { writeJson } from './vendor-json.ts';

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' };

export function jsonReply(status: number, body: unknown): SandboxReply {
  return { status, headers: jsonHeaders, body: writeJson(body) };
}

export const okReply = (body: unknown): SandboxReply => jsonReply(200, body);

/**
 * An error's body. The vendor writes the member now `Message`, now `message`; so every second
 * refusal here is spelt the other way.
 */
export function refusalReply(status: number, message: string, capital: boolean): SandboxReply {
  const reply = jsonReply(status, { [capital ? 'Message' : 'message']: message });
  if (status !== 401) return reply;
  return { ...reply, headers: { ...reply.headers, 'www-authenticate': 'Basic realm="API"' } };
}
