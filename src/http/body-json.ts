import type { z } from 'zod';

import { HttpProblem } from './http-problem.ts';

/**
 * Reads a text as JSON of a certain shape.
 * @throws HttpProblem 400
 */
export function parseBody<Schema extends z.ZodType>(
  text: unknown,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(json(text));
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new HttpProblem(
    400,
    at === ''
      ? 'The body isn’t what this webhook takes.'
      : `The body isn’t what this webhook takes: look at ${at}.`,
  );
}

function json(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
