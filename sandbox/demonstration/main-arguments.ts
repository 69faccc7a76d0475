import { parseArgs } from 'node:util';

import { z } from 'zod';

const schema = z.object({
  /** 0: a free one. */
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  /** The file that the sandbox remembers in; it remembers nothing where missing. */
  state: z.string().min(1).optional(),
  seed: z.coerce.number().int().nonnegative().default(1),
  /** How many orders a new sandbox begins with. */
  orders: z.coerce.number().int().min(0).max(100_000).default(12),
  pace: z.enum(['fast', 'slow']).default('fast'),
});

/** Reads `--port N --state FILE --seed N --orders N --pace fast|slow`. Throws in words. */
export function readArguments(args: readonly string[]): z.output<typeof schema> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { port: text, state: text, seed: text, orders: text, pace: text },
  });
  const result = schema.safeParse(values);
  if (!result.success) throw new RangeError(z.prettifyError(result.error));
  return result.data;
}
