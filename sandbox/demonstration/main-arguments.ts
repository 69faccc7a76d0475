import { parseArgs } from 'node:util';

import { z } from 'zod';

import type { PaceName } from './floor-plan.ts';

/** How the sandbox process was asked to run. */
export interface MainArguments {
  /** 0: a free one. */
  readonly port: number;
  readonly stateFile?: string;
  readonly seed: number;
  /** How many orders a new sandbox begins with. */
  readonly orders: number;
  readonly pace: PaceName;
}

const schema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  state: z.string().min(1).optional(),
  seed: z.coerce.number().int().nonnegative().default(1),
  orders: z.coerce.number().int().min(0).max(100_000).default(12),
  pace: z.enum(['fast', 'slow']).default('fast'),
});

/** Reads `--port N --state FILE --seed N --orders N --pace fast|slow`. Throws in words. */
export function readArguments(args: readonly string[]): MainArguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { port: text, state: text, seed: text, orders: text, pace: text },
  });
  const result = schema.safeParse(values);
  if (!result.success) throw new RangeError(z.prettifyError(result.error));
  const { state, ...rest } = result.data;
  return state === undefined ? rest : { ...rest, stateFile: state };
}
