import { z } from 'zod';

import type { KeyMeaning } from './field.ts';

/** A list of values, each of which `item` reads. A single value that stands alone isn't a list. */
export function list<Item extends z.ZodType>(
  description: string,
  item: Item,
  meaning: Partial<KeyMeaning> & { readonly least?: 0 | 1 } = {},
) {
  const { least = 0, ...rest } = meaning;
  return z
    .array(item)
    .min(least, 'needs at least one entry')
    .meta({ type: 'list', ...rest, description });
}

/** Keys of the writer's own choice, each with a value that `item` reads. */
export function mapping<Item extends z.ZodType>(
  description: string,
  item: Item,
  meaning: Partial<KeyMeaning> = {},
) {
  return z.record(z.string(), item).meta({ type: 'mapping', ...meaning, description });
}

/** A section of the file: known keys only. */
export function section<Shape extends z.core.$ZodShape>(description: string, shape: Shape) {
  return z.strictObject(shape).meta({ description });
}
