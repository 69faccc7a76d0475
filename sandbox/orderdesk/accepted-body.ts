import type { z } from 'zod';

import { operations } from '../../src/systems/orderdesk/contract/operations.ts';
import { Refusal } from '../rest/refusal.ts';
import type { SandboxRequest } from '../vendor.ts';

type Bodies = {
  readonly [
    Name in keyof typeof operations as (typeof operations)[Name] extends {
      readonly body: z.ZodType;
    }
      ? Name
      : never
  ]: (typeof operations)[Name] extends { readonly body: infer Body } ? Body : never;
};

/** The body of an operation as a value that fits. Refused with the member's path, never its value. */
export function acceptedBody<Name extends keyof Bodies>(
  operation: Name,
  request: SandboxRequest,
): z.output<Bodies[Name]> {
  const schema: z.ZodType = operations[operation].body;
  const parsed = schema.safeParse(jsonOf(request.body));
  if (!parsed.success) throw new Refusal(400, complaintOf(parsed.error));
  return parsed.data as z.output<Bodies[Name]>;
}

/** What is wrong with a value, in one sentence. */
export function complaintOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.join('.') ?? '';
  return `Invalid Request: ${path === '' ? 'the body' : path}: ${issue?.message ?? 'wrong'}`;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'Invalid Request: the body is not JSON');
  }
}
