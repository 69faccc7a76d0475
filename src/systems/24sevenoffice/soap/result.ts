import { z } from 'zod';

import type { Operation } from '../contract/services.ts';

/** What an operation answered: its value is undefined where there is no result. */
export type Result = { readonly value: unknown } | undefined;

const response = z.looseObject({});
const envelope = z.looseObject({ Body: response });

/**
 * The result in a response element; undefined where it is no response. An empty element means that there
 * is no result. What else stands beside a result is the vendor's to add; without one nothing may, because
 * the library gives the whole document, or an empty object, where it found no response element at all.
 */
export function resultIn(element: unknown, operation: Operation): Result {
  if (element === null) return { value: undefined };
  const { data } = response.safeParse(element);
  if (data === undefined) return undefined;
  const name = `${operation}Result`;
  const others = Object.keys(data).filter((member) => member !== 'attributes');
  return name in data || ('attributes' in data && others.length === 0)
    ? { value: data[name] }
    : undefined;
}

/** The same in an envelope that was parsed in pieces. */
export const resultWithin = (whole: unknown, operation: Operation): Result =>
  resultIn(envelope.safeParse(whole).data?.Body[`${operation}Response`], operation);
