import { z } from 'zod';

import { unwrap } from './unwrap.ts';

const described = z.object({
  description: z.string(),
  type: z.string().optional(),
  example: z.string().optional(),
  secret: z.boolean().optional(),
});

/** What the reference says of a key or a section. Every one has at least a description. */
export type Meaning = z.infer<typeof described>;

/** The meaning that was attached to the schema, or undefined where none was. */
export function meaningOf(schema: z.core.$ZodType): Meaning | undefined {
  return described.safeParse(z.globalRegistry.get(unwrap(schema))).data;
}

/** The value that stands for a key that is left out, as one would write it; undefined: none. */
export function defaultOf(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodPrefault) return schema.def.defaultValue;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return defaultOf(schema.unwrap());
  }
  return undefined;
}
