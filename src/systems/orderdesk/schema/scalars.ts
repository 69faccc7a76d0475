import { isLosslessNumber } from 'lossless-json';
import { z } from 'zod';

import { plainNumber } from '../../kit/rest/exact-json.ts';

/** A string, a number or a truth value as text, numbers in plain notation; undefined for anything else. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  return isLosslessNumber(value) ? plainNumber(value.value) : undefined;
}

/** A scalar of any kind as trimmed text: the vendor gives numbers now as such, now as strings. */
const scalar = z.unknown().transform((value, context): string => {
  const text = scalarText(value);
  if (text !== undefined) return text.trim();
  context.addIssue({ code: 'custom', message: 'not a string or a number' });
  return z.NEVER;
});

/** Text that may be missing; blank means missing. */
export const text = z.preprocess(
  (value) => value ?? '',
  scalar.transform((value) => (value === '' ? undefined : value)),
);

/** The id of something: digits, however large. */
export const id = scalar.pipe(z.string().regex(/^\d{1,20}$/));

/** An id that may be missing. */
export const maybeId = text.pipe(
  z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
);

/** PHP writes an empty object as `[]`. What lies deeper than a scalar is left out. */
export const fields = z.preprocess(
  (value) => (Array.isArray(value) || value === null || value === '' ? {} : (value ?? {})),
  z.record(z.string(), z.unknown()).transform((record) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([key, value]) => {
        const written = scalarText(value)?.trim();
        return written === undefined || written === '' ? [] : [[key, written] as const];
      }),
    ),
  ),
);

/** A list that PHP may write as an object (`{"0": …}`), as `""` or leave out. */
export const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.preprocess((value) => {
    if (value === null || value === undefined || value === '') return [];
    return typeof value === 'object' && !Array.isArray(value) ? Object.values(value) : value;
  }, z.array(entry));
