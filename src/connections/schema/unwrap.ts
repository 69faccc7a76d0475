import { z } from 'zod';

import type { KeyPath } from '../../systems/kit/settings/key-path.ts';
import type { Tree } from '../file/tree.ts';
import { isSection } from '../file/tree.ts';

/** The schema without what makes it optional, nullable or gives it a default. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodPrefault
  ) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

/** The keys of a section and their schemas; undefined for anything but a section. */
export function keysOf(
  schema: z.core.$ZodType,
): Readonly<Record<string, z.core.$ZodType>> | undefined {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? inner.shape : undefined;
}

/** The schema of what stands at the path; undefined where the schema knows nothing there. */
export function schemaAt(schema: z.core.$ZodType, path: KeyPath): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = schema;
  for (const key of path) {
    if (at === undefined) return undefined;
    const inner = unwrap(at);
    if (inner instanceof z.ZodRecord) at = inner.valueType;
    else if (inner instanceof z.ZodArray) at = inner.element;
    else at = keysOf(inner)?.[String(key)];
  }
  return at === undefined ? undefined : unwrap(at);
}

/**
 * The tree without sections that have a name and nothing below it: what stood there is commented out,
 * and the defaults hold.
 */
export function withoutEmptySections(schema: z.core.$ZodType, tree: Tree): Tree {
  const keys = keysOf(schema);
  if (keys === undefined || !isSection(tree)) return tree;
  const kept = Object.create(null) as { [key: string]: Tree };
  for (const [key, value] of Object.entries(tree)) {
    const inner = keys[key];
    if (inner === undefined) kept[key] = value;
    else if (value !== null || !holdsKeys(inner)) kept[key] = withoutEmptySections(inner, value);
  }
  return kept;
}

function holdsKeys(schema: z.core.$ZodType): boolean {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject || inner instanceof z.ZodRecord;
}
