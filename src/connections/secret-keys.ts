import { z } from 'zod';

import type { Adapters } from '../systems/ports/adapter.ts';
import { meaningOf } from './schema/meaning.ts';
import { keysOf, unwrap } from './schema/unwrap.ts';

/** The names of all keys that hold a secret, whichever system's they are. */
export function secretKeys({ sources, warehouses }: Adapters): ReadonlySet<string> {
  return new Set(
    [...sources, ...warehouses].flatMap(({ shape }) => secretsIn(z.object({ ...shape }))),
  );
}

function secretsIn(section: z.core.$ZodType): string[] {
  return Object.entries(keysOf(section) ?? {}).flatMap(([key, schema]) =>
    meaningOf(schema)?.secret === true ? [key] : secretsIn(unwrap(schema)),
  );
}
