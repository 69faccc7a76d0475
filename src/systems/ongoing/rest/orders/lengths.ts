import type { MappingProblem } from '../../../../domain/mapping-problem.ts';
import type { Order, PostalAddress } from '../../../../domain/order.ts';
import type { Article } from '../../../../domain/article.ts';
import type { Supplier } from '../../../../domain/supplier.ts';
import {
  article as putArticle,
  supplierAddress,
  supplier as supplierInfo,
} from '../../contract/article.ts';
import { address as postalAddress, order as put, orderLine } from '../../contract/order.ts';

/** A value, and the member of the body that it goes into. */
type Limit = readonly [field: string, value: string | undefined, member: { readonly max?: number }];

/**
 * What of an order is longer than the warehouse takes. Ongoing's own answer to a value that is too long isn't known, and
 * a cut value would go unseen, so it is refused here.
 */
export function tooLong(order: Order): MappingProblem[] {
  const { consignee, wayOfDelivery } = order;
  return over([
    ['Order number', order.number, put.orderNumber],
    ['Reference number', order.referenceNumber, put.referenceNumber],
    ['Sales code', order.salesCode, put.salesCode],
    ['Order remark', order.remark, put.orderRemark],
    ['Delivery instruction', order.deliveryInstruction, put.deliveryInstruction],
    ['Service point', order.servicePointCode, put.servicePointCode],
    ['Way of delivery', wayOfDelivery?.text, put.advanced.members.wayOfDeliveryString],
    ['Way of delivery name', wayOfDelivery?.name, put.wayOfDelivery.members.name],
    ['Customer number', consignee.customerNumber, put.consignee.members.customerNumber],
    ...ofAddress('Customer', consignee),
    ...ofAddress('Invoice', consignee.invoiceAddress),
    ...order.lines.flatMap((line, index): Limit[] => [
      [`Line ${index + 1}, row number`, line.rowNumber, orderLine.rowNumber],
      [
        `Line ${index + 1}, article number`,
        'articleNumber' in line.article ? line.article.articleNumber : undefined,
        orderLine.articleNumber,
      ],
      [`Line ${index + 1}, serial number`, line.serialNumber, orderLine.serialNumber],
    ]),
  ]);
}

/** What of an article is longer than the warehouse takes. */
export function articleTooLong(article: Article): MappingProblem[] {
  return over([
    [
      `Product ${article.productCode}, article number`,
      article.articleNumber,
      putArticle.articleNumber,
    ],
    [`Product ${article.productCode}, name`, article.name, putArticle.articleName],
    ...ofSupplier(`Product ${article.productCode}, supplier`, article.supplier),
  ]);
}

function ofSupplier(whose: string, supplier: Supplier | undefined): Limit[] {
  if (supplier === undefined) return [];
  const { number, address, ...rest } = supplier;
  return [
    [`${whose} number`, number, supplierInfo.supplierNumber],
    ...ofAddress(
      whose,
      { ...rest, address1: address },
      {
        ...supplierAddress,
        address1: supplierAddress.address,
      },
    ),
  ];
}

function ofAddress(
  whose: string,
  address: PostalAddress | undefined,
  members: Omit<typeof postalAddress, 'countryStateCode'> = postalAddress,
): Limit[] {
  return [
    [`${whose} name`, address?.name, members.name],
    [`${whose} address`, address?.address1, members.address1],
    [`${whose} address 2`, address?.address2, members.address2],
    [`${whose} address 3`, address?.address3, members.address3],
    [`${whose} postal code`, address?.postCode, members.postCode],
    [`${whose} city`, address?.city, members.city],
    [`${whose} country`, address?.countryCode, members.countryCode],
  ];
}

function over(limits: readonly Limit[]): MappingProblem[] {
  return limits.flatMap(([field, value, { max }]) =>
    value === undefined || max === undefined || value.length <= max
      ? []
      : [
          {
            field,
            problem: `${field} is ${value.length} characters long; the warehouse takes ${max}.`,
            todo: 'Shorten it at the source.',
          },
        ],
  );
}
