import { z } from 'zod';

import type { SandboxRequest } from '../vendor.ts';
import { Refusal } from './refusal.ts';

/** The body as a value that fits. Refused with the member's path, never with its value. */
export function readBody<Schema extends z.ZodType>(
  request: SandboxRequest,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(jsonOf(request.body));
  if (!parsed.success) throw new Refusal(400, complaintOf(parsed.error));
  return parsed.data;
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

/** A number, or text that is one; the text of it. */
export const numeric = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number')])
  .transform(String);
