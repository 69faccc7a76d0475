import type { MappingProblem } from '../../../domain/mapping-problem.ts';
import type { CalendarDate, Order } from '../../../domain/order.ts';
import type { StoreOrder } from '../schema/order.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { consigneeOf, contactOf } from './consignee.ts';
import { MappingProblems } from '../../kit/mapping/mapping-problems.ts';
import { linesOf, type LineSettings, type LocationOf } from './lines.ts';
import { namedField } from './named-field.ts';
import { packingSlipUrl } from './packing-slip.ts';
import { travelsBy } from './shipping-class.ts';

/** What the mapping needs of the settings. */
export type OrderMappingSettings = LineSettings &
  Pick<
    OrderDeskSettings,
    'orderNumber' | 'shippingClassMatch' | 'defaultMailClass' | 'notify' | 'products'
  >;

/** An order, why it can't be mapped, or that none of it is for this warehouse. */
export type MappedOrder =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'faults'; readonly faults: readonly MappingProblem[] }
  | { readonly kind: 'not for this warehouse' };

/** What the warehouse's order is called: the shop's number, or Order Desk's own id. */
export const numberOf = (
  order: Pick<StoreOrder, 'id' | 'source_id'>,
  { orderNumber }: Pick<OrderDeskSettings, 'orderNumber'>,
): string => (orderNumber === 'id' ? order.id : (order.source_id ?? order.id));

/**
 * An order of Order Desk in the field's own words. Never guesses and never cuts: what can't be mapped
 * is a fault, and all faults are found at once.
 *
 * The details that people add to an order (`SalesCode` and the like) are taken from its checkout data,
 * which is seen and edited on the order's page, else from its metadata.
 * @param today the day of the reading in the store's zone: an order has no delivery date of its own
 */
export function mapOrder(
  source: StoreOrder,
  settings: OrderMappingSettings,
  locationOf: LocationOf,
  today: CalendarDate,
): MappedOrder {
  const faults = new MappingProblems();
  const detail = (name: string | undefined): string | undefined =>
    name === undefined
      ? undefined
      : namedField(name, [source.checkout_data, source.order_metadata]);

  const lines = linesOf(source, settings, locationOf, faults);
  if (lines.length === 0 && faults.all.length === 0) return { kind: 'not for this warehouse' };
  const consignee = consigneeOf(source, detail('DoorCode'), faults);
  const { picklistMessageField, giftMessageField } = settings.products;
  const texts = [detail('Remark'), detail(picklistMessageField), detail(giftMessageField)];
  const remark = [...new Set(texts.filter((text) => text !== undefined))].join('\n');
  const packingSlip = packingSlipUrl(detail('PackingSlip'), faults);
  if (consignee === undefined || faults.all.length > 0) {
    return { kind: 'faults', faults: faults.all };
  }
  const number = numberOf(source, settings);
  const order: Order = {
    id: source.id,
    number,
    deliveryDate: today,
    deliveryDateIsDefault: true,
    referenceNumber: number === source.id ? otherNumber(source) : undefined,
    salesCode: detail('SalesCode'),
    remark: remark === '' ? undefined : remark,
    deliveryInstruction: detail('DeliveryInstructions'),
    servicePointCode: detail('ServicePointCode'),
    orderType: detail('OrderType'),
    packingSlipUrl: packingSlip,
    ...travelsBy(source.shipping_method, settings),
    consignee,
    ...contactOf(source, settings.notify),
    lines,
  };
  return { kind: 'order', order };
}

/** The shop's number, where the warehouse's order is called by the id. */
const otherNumber = ({ id, source_id: sourceId }: StoreOrder): string | undefined =>
  sourceId === id ? undefined : sourceId;
