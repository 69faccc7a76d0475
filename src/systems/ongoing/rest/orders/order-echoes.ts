import type { Order } from '../../../../domain/order.ts';
import type { Echoes } from '../vendor-words.ts';

/** What the vendor may repeat of an order when it says why it refuses it. */
export function orderEchoes(order: Order, articleNumbers: readonly string[]): Echoes {
  const { consignee, email, mobile, telephone } = order;
  const addresses = [consignee, consignee.invoiceAddress ?? {}];
  return {
    personal: [
      ...addresses.flatMap(({ name, address1, address2, address3, postCode, city }) => [
        name,
        address1,
        address2,
        address3,
        postCode,
        city,
      ]),
      order.salesCode,
      email.value,
      mobile.value,
      telephone.value,
    ].filter((value) => value !== undefined),
    known: [
      order.number,
      order.id,
      ...articleNumbers,
      ...order.lines.flatMap(({ rowNumber, article }) => [
        rowNumber,
        'productCode' in article ? article.productCode : article.articleNumber,
      ]),
    ],
  };
}
