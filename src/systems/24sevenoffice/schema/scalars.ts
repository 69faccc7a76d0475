import { z } from 'zod';

/**
 * The text of an element, or undefined where it says nothing: absent, empty or nil. An element with
 * attributes comes from the library as an object that holds its text.
 */
export const text = z
  .preprocess(
    (value) =>
      typeof value === 'object' && value !== null && '$value' in value ? value.$value : value,
    z.string().nullish(),
  )
  .transform((value) => {
    const trimmed = value?.trim();
    return trimmed === undefined || trimmed === '' ? undefined : trimmed;
  });

/** The contract's "not set": an int or a short that is the smallest of its kind. */
const noNumber = new Set(['-2147483648', '-32768']);

/** A whole number as text, without the contract's "not set". */
export const int = text.transform((value) =>
  value === undefined || noNumber.has(value) ? undefined : value,
);

/** A decimal as text, without the contract's "not set": .NET's smallest decimal. */
export const decimal = text.transform((value) =>
  value === undefined || /^-79228162514264337593543950335(\.0*)?$/.test(value) ? undefined : value,
);

/** A time as text, without the contract's "not set": the first day of the year 1. */
export const time = text.transform((value) =>
  value === undefined || value.startsWith('0001-01-01') ? undefined : value,
);

/** A boolean. */
export const boolean = text.transform((value) =>
  value === undefined ? undefined : value.toLowerCase() === 'true' || value === '1',
);

/**
 * The items of an array element: its wrapper may be absent, empty or nil, and one item may come
 * alone. Nil items are dropped.
 */
export function items<Item extends z.ZodType>(name: string, item: Item) {
  return z.preprocess((wrapper) => {
    if (typeof wrapper !== 'object' || wrapper === null) return [];
    const inside: unknown = (wrapper as Record<string, unknown>)[name];
    const all: unknown[] = Array.isArray(inside) ? inside : [inside];
    return all.filter((one) => one !== undefined && one !== null);
  }, z.array(item));
}

/** A nested object: absent, empty and nil all mean that there is none. */
export function part<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess(
    (value) => (typeof value === 'object' && value !== null ? value : undefined),
    shape.optional(),
  );
}
