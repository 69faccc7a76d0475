import type { ExtraFields, Order, OrderLine, Price } from '../../../../domain/order.ts';
import { presentTexts } from '../members.ts';

/** The order's own terms that an extra field may fill too, by the path of that field. */
export function ownFieldsOfOrder(order: Order): ExtraFields {
  return presentTexts({
    deliveryInstruction: order.deliveryInstruction,
    servicePointCode: order.servicePointCode,
    'orderType.code': order.orderType,
    'transporter.transporterCode': order.transporter?.code,
    'transporter.transporterServiceCode': order.transporter?.serviceCode,
    'consignee.remark': order.consignee.remark,
    'consignee.doorCode': order.consignee.doorCode,
  });
}

/** The same of a line. */
export function ownFieldsOfLine({ serialNumber, shouldBePicked, price }: OrderLine): ExtraFields {
  return {
    ...presentTexts({ serialNumber, shouldBePicked: shouldBePicked?.toString() }),
    ...priceFields(price),
  };
}

/** Where a line's price stands. */
export function priceFields(price: Price | undefined): ExtraFields {
  return presentTexts({
    'prices.linePrice': price?.amount,
    'prices.currencyCode': price?.currency,
  });
}
