import { expect } from 'vitest';

import type { Order, OrderLine } from '../../../src/domain/order.ts';
import { readJsonAsText, writeJson } from '../../../src/systems/kit/rest/exact-json.ts';
import { orderBody } from '../../../src/systems/ongoing/rest/orders/order-body.ts';
import {
  type ExistingOrder,
  existingOrderSchema,
} from '../../../src/systems/ongoing/rest/schema.ts';

export const numbered = ({ article }: OrderLine): string =>
  'productCode' in article ? `A-${article.productCode}` : article.articleNumber;

type Json = Record<string, unknown>;

/** What `GET /orders` gives after the order's body was accepted. */
export function asExisting(order: Order): ExistingOrder {
  const { body, faults } = orderBody(order, 101, numbered);
  expect(faults).toEqual([]);
  const { consignee, orderLines, transporter, advanced, ...info } = JSON.parse(
    writeJson(body),
  ) as Json & { orderLines: Json[]; transporter?: Json; advanced?: Json };
  const held = {
    orderInfo: {
      ...info,
      advanced,
      orderId: 1,
      deliveryDate: `${order.deliveryDate}T00:00:00Z`,
      orderStatus: { number: 300, text: 'Released' },
    },
    consignee,
    transporter: {
      code: transporter?.['transporterCode'],
      serviceCode: transporter?.['transporterServiceCode'],
    },
    orderLines: orderLines.map(({ articleNumber, numberOfItems, lineFreeValues, ...line }) => ({
      ...line,
      article: { articleNumber },
      freeValues: lineFreeValues,
      orderedNumberOfItems: numberOfItems,
    })),
  };
  return existingOrderSchema.parse(readJsonAsText(JSON.stringify(held)));
}
