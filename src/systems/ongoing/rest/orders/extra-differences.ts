import type { Order } from '../../../../domain/order.ts';
import type { Difference } from '../../../../domain/warehouse-order.ts';
import { partedExtras, pathBelow } from './extra-fields.ts';
import { extraFieldTargets } from './extra-field-targets.ts';
import { ownFieldsOfLine, ownFieldsOfOrder } from './own-fields.ts';
import { differs, valueAt } from '../existing-value.ts';
import type { ExistingOrder } from '../schema.ts';

/** Where `GET /orders` gives a field back, where that isn't the path under which it was written. */
const orderReadAt: Readonly<Record<string, string>> = {
  warehouseId: 'orderInfo.warehouse.id',
  'transporter.transporterCode': 'transporter.code',
  'transporter.transporterServiceCode': 'transporter.serviceCode',
  'returnTransporter.transporterCode': 'returnTransporter.code',
  'returnTransporter.transporterServiceCode': 'returnTransporter.serviceCode',
  'consignee.remark': 'consignee.remark',
  'consignee.doorCode': 'consignee.doorCode',
  'consignee.advanced.externalCustomerCode': '',
  'consignee.organisationNumber': '',
  'consignee.vatNumber': '',
  'consignee.customerGroup.code': '',
  'consignee.customerGroup.name': '',
  transporterBulkId: '',
  languageCode: '',
  'advanced.arrivalDateFrom': '',
  'advanced.transporterOrderNumber': '',
  'advanced.termsOfPaymentString': '',
  'advanced.termsOfDeliveryString': '',
  'advanced.communication': '',
};

const lineReadAt: Readonly<Record<string, string>> = {
  'lineFreeValues.freeText1': 'freeValues.freeText1',
  'lineFreeValues.freeDecimal1': 'freeValues.freeDecimal1',
  'prices.totalVat': '',
  'articleItemStatus.code': '',
  'articleItemStatus.name': '',
  weight: '',
  minWeight: '',
  maxWeight: '',
};

/**
 * The extra fields in which the warehouse's order differs, by name only: what a connection puts into
 * them isn't known to be free of personal data. Fields that the vendor never gives back aren't
 * compared.
 */
export function extraDifferences(order: Order, held: ExistingOrder): Difference[] {
  const { order: ofOrder, everyLine } = partedExtras({
    ...ownFieldsOfOrder(order),
    ...order.extra,
  });
  const found: Difference[] = [];
  for (const [path, wanted] of Object.entries(ofOrder)) {
    const readAt = orderReadAt[path] ?? `orderInfo.${path}`;
    if (readAt !== '' && differs(typeOf(path), wanted, valueAt(held, readAt.split('.')))) {
      found.push({ field: path });
    }
  }
  const existingByRow = new Map(held.orderLines.map((line) => [line.rowNumber?.trim(), line]));
  for (const [index, line] of order.lines.entries()) {
    const existingLine = existingByRow.get(line.rowNumber.trim());
    if (existingLine === undefined) continue;
    const fields = { ...ownFieldsOfLine(line), ...everyLine, ...line.extra };
    for (const [path, wanted] of Object.entries(fields)) {
      const readAt = lineReadAt[path]?.split('.') ?? pathBelow(path);
      if (readAt[0] !== '' && differs(typeOf(path), wanted, valueAt(existingLine, readAt))) {
        found.push({ field: `line ${index + 1}, ${path}` });
      }
    }
  }
  return found;
}

const typeOf = (path: string) => extraFieldTargets[path]?.type;
