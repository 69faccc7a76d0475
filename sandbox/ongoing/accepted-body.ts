import type { Shape } from '../../src/systems/ongoing/contract/member.ts';
import { Refusal } from '../rest/refusal.ts';
import type { SandboxRequest } from '../vendor.ts';
import { complaintsAbout } from './body-check.ts';
import type { JsonObject } from './vendor-json.ts';
import { isJsonObject, readJson } from './vendor-json.ts';

const mostComplaints = 10;

/** The body of a write, after everything that a contract can refuse has been refused. */
export function acceptedBody(request: SandboxRequest, shape: Shape): JsonObject {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Refusal(415, 'The Content-Type must be application/json.');
  if (request.headers['content-length'] === undefined)
    throw new Refusal(411, 'A Content-Length is required.');
  const body = readJson(request.body);
  if (body === undefined) throw new Refusal(400, 'The body is not JSON.');
  const complaints = complaintsAbout(body, shape);
  if (complaints.length > 0 || !isJsonObject(body))
    throw new Refusal(400, complaints.slice(0, mostComplaints).join('<br/>'));
  return body;
}
