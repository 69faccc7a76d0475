import { z } from 'zod';

import type { OrderReference } from '../../domain/order.ts';

const reference = z.object({ id: z.string(), number: z.string() });
/** The steps of an order's life have one; a hint about an order is one. */
const argument = z.union([
  z.object({ order: reference }).transform(({ order }) => order),
  reference,
]);

/** The order that an activity is about, by its argument; undefined where it is about no single one. */
export const orderOf = (given: unknown): OrderReference | undefined =>
  argument.safeParse(given).data;
