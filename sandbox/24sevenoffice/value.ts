import { z } from 'zod';

/**
 * What an element holds: text for everything but yes and no, because numbers, ids and postal codes
 * lose their form as JavaScript numbers. Null is an element that was nil.
 */
export type Value = string | boolean | null | readonly Value[] | Members;

/** The elements of a sequence by name. A missing one is "not set". */
export interface Members {
  readonly [name: string]: Value | undefined;
}

export const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.string(),
    z.boolean(),
    z.null(),
    z.array(valueSchema),
    z.record(z.string(), valueSchema),
  ]),
);

export const isItems = (value: Value | undefined): value is readonly Value[] =>
  Array.isArray(value);

export const isMembers = (value: Value | undefined): value is Members =>
  typeof value === 'object' && value !== null && !isItems(value);

/** The text of a member, or undefined where it isn't set. */
export function textOf(members: Members | undefined, name: string): string | undefined {
  const value = members?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** The members below a member, or undefined where it isn't set. */
export function partOf(members: Members | undefined, name: string): Members | undefined {
  const value = members?.[name];
  return isMembers(value) ? value : undefined;
}

/** The items of an array member. Nothing and an empty array are the same: no items. */
export function itemsOf(members: Members | undefined, name: string): readonly Value[] {
  const value = members?.[name];
  return isItems(value) ? value : [];
}

/** The items of an array member of simple values. */
export const textsOf = (members: Members | undefined, name: string): readonly string[] =>
  itemsOf(members, name).filter((item) => typeof item === 'string');
