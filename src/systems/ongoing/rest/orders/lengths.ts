import type { MappingProblem } from '../../../../domain/mapping-problem.ts';
import type { Order, PostalAddress } from '../../../../domain/order.ts';
import type { Article } from '../../../../domain/article.ts';
import type { Supplier } from '../../../../domain/supplier.ts';

type Limit = readonly [field: string, value: string | undefined, limit: number];

/**
 * What of an order is longer than the warehouse takes. REST names no limits; these are known from
 * the same fields of the SOAP API. Ongoing's own answer to a value that is too long isn't known, and
 * a cut value would go unseen, so it is refused here.
 */
export function tooLong(order: Order): MappingProblem[] {
  const { consignee, wayOfDelivery } = order;
  return over([
    ['Order number', order.number, 50],
    ['Reference number', order.referenceNumber, 50],
    ['Sales code', order.salesCode, 500],
    ['Order remark', order.remark, 500],
    ['Delivery instruction', order.deliveryInstruction, 300],
    ['Service point', order.servicePointCode, 50],
    ['Way of delivery', wayOfDelivery?.text, 50],
    ['Way of delivery name', wayOfDelivery?.name, 100],
    ['Customer number', consignee.customerNumber, 50],
    ...ofAddress('Customer', consignee),
    ...ofAddress('Invoice', consignee.invoiceAddress),
    ...order.lines.flatMap((line, index): Limit[] => [
      [`Line ${index + 1}, row number`, line.rowNumber, 40],
      [
        `Line ${index + 1}, article number`,
        'articleNumber' in line.article ? line.article.articleNumber : undefined,
        100,
      ],
      [`Line ${index + 1}, serial number`, line.serialNumber, 128],
    ]),
  ]);
}

/** What of an article is longer than the warehouse takes. */
export function articleTooLong(article: Article): MappingProblem[] {
  return over([
    [`Product ${article.productCode}, article number`, article.articleNumber, 100],
    [`Product ${article.productCode}, name`, article.name, 200],
    ...ofSupplier(`Product ${article.productCode}, supplier`, article.supplier),
  ]);
}

function ofSupplier(whose: string, supplier: Supplier | undefined): Limit[] {
  if (supplier === undefined) return [];
  const { number, address, ...rest } = supplier;
  return [
    [`${whose} number`, number, 200],
    ...ofAddress(whose, address === undefined ? rest : { ...rest, address1: address }),
  ];
}

function ofAddress(whose: string, address: PostalAddress | undefined): Limit[] {
  return [
    [`${whose} name`, address?.name, 200],
    [`${whose} address`, address?.address1, 200],
    [`${whose} address 2`, address?.address2, 200],
    [`${whose} address 3`, address?.address3, 200],
    [`${whose} postal code`, address?.postCode, 50],
    [`${whose} city`, address?.city, 200],
    [`${whose} country`, address?.countryCode, 2],
  ];
}

function over(limits: readonly Limit[]): MappingProblem[] {
  return limits.flatMap(([field, value, limit]) =>
    value === undefined || value.length <= limit
      ? []
      : [
          {
            field,
            problem: `${field} is ${value.length} characters long; the warehouse takes ${limit}.`,
            todo: 'Shorten it at the source.',
          },
        ],
  );
}
