import type { MappingProblem } from '../../../domain/mapping-problem.ts';
import type { CalendarDate, Order, WayOfDelivery } from '../../../domain/order.ts';
import type { Company } from '../schema/company.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';
import { withoutTracking } from '../orders/tracking-text.ts';
import { calendarDateFrom } from '../vendor-time.ts';
import { consigneeOf } from './consignee.ts';
import { contactOf } from './contact.ts';
import { extraFieldsOf, wantedFields } from './extra-fields.ts';
import { MappingProblems } from '../../kit/mapping/mapping-problems.ts';
import { linesOf } from './lines.ts';

/** What the mapping needs of the settings. */
export type OrderMappingSettings = Pick<TwentyFourSevenOfficeSettings, 'timeZone'> & {
  readonly orders: Pick<TwentyFourSevenOfficeSettings['orders'], 'notify' | 'extraFields'>;
};

/** An order, or why it can't be mapped. */
export type MappedOrder =
  { readonly order: Order } | { readonly faults: readonly MappingProblem[] };

/**
 * An order of 24SevenOffice in the field's own words. Never guesses and never cuts: what can't be
 * mapped is a fault, and all faults are found at once.
 * @param id the order's id, which is also its number
 * @param company the delivery company where it differs from the customer, else the customer; absent
 *   where it wasn't needed or 24SevenOffice doesn't have it
 * @param today the day of the reading in the account's zone, which a missing delivery date stands for
 */
export function mapOrder(
  id: string,
  source: InvoiceOrder,
  company: Company | undefined,
  settings: OrderMappingSettings,
  today: CalendarDate,
): MappedOrder {
  const faults = new MappingProblems();
  const deliveryDate = deliveryDateOf(source, settings.timeZone, faults);
  const consignee = consigneeOf(source, company, faults);
  const lines = linesOf(source, settings, faults);
  const extra = extraFieldsOf(
    // Crossdock's own words in the text are no change of the order.
    { ...source, InvoiceText: withoutTracking(source.InvoiceText) },
    wantedFields(settings.orders.extraFields, 'order'),
    'Order',
    settings.timeZone,
    faults,
  );
  if (consignee === undefined || faults.all.length > 0) return { faults: faults.all };
  return {
    order: {
      id,
      number: id,
      deliveryDate: deliveryDate ?? today,
      deliveryDateIsDefault: deliveryDate === undefined,
      referenceNumber: source.ReferenceNumber,
      salesCode: source.YourReference,
      remark: source.InvoiceTitle,
      wayOfDelivery: wayOfDeliveryOf(source),
      consignee,
      ...contactOf(source, company, settings.orders.notify),
      lines,
      extra,
    },
  };
}

function deliveryDateOf(
  source: InvoiceOrder,
  timeZone: string,
  faults: MappingProblems,
): CalendarDate | undefined {
  if (source.DeliveryDate === undefined) return undefined;
  return (
    calendarDateFrom(source.DeliveryDate, timeZone) ??
    faults.add(
      'Delivery date',
      `"${source.DeliveryDate}" is no date.`,
      `Correct the delivery date in ${systemName}.`,
    )
  );
}

/** An id of 0 without a description, or below 0, means that no method is chosen. */
function wayOfDeliveryOf(source: InvoiceOrder): WayOfDelivery | undefined {
  const { Id: id, Description: description } = source.DeliveryMethod ?? {};
  const chosen = id !== undefined && /^\d+$/.test(id) && !(id === '0' && description === undefined);
  if (!chosen && description === undefined) return undefined;
  return { code: chosen ? id : undefined, name: description, text: description };
}
