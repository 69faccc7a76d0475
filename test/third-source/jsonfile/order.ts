import { z } from 'zod';

import type { Order } from '../../../src/domain/order.ts';

/** What stands in the file. */
export const fileOrders = z.array(
  z.object({
    id: z.string(),
    status: z.string(),
    changedAt: z.string(),
    to: z.object({ name: z.string(), street: z.string(), postCode: z.string(), city: z.string() }),
    lines: z.array(z.object({ article: z.string(), quantity: z.string() })),
    tracking: z.array(z.string()).optional(),
  }),
);
export type FileOrder = z.output<typeof fileOrders>[number];

const untold = { toBeNotified: false };

/** An order of the file in the field's own words. */
export const mapOrder = ({ id, to, lines }: FileOrder): Order => ({
  id,
  number: id,
  deliveryDate: new Date().toISOString().slice(0, 10),
  deliveryDateIsDefault: true,
  consignee: {
    name: to.name,
    address1: to.street,
    postCode: to.postCode,
    city: to.city,
    countryCode: 'NO',
  },
  email: untold,
  mobile: untold,
  telephone: untold,
  lines: lines.map(({ article, quantity }, index) => ({
    rowNumber: String(index + 1),
    article: { articleNumber: article },
    label: article,
    quantity,
  })),
});
