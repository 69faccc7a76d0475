import type { OrderReference } from '../../../domain/order.ts';
import type { Shipment, Tracking } from '../../../domain/shipment.ts';
import type { MarkOutcome, ReportOutcome } from '../../../domain/source-outcome.ts';
import type { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { isId } from '../registry/by-id.ts';
import type { OrderStatus } from '../contract/order-status.ts';
import { orderStatusInWords } from './order-status.ts';
import { errors } from '../errors/errors.ts';
import { JoinedWriteFailed } from '../errors/failures.ts';
import type { Orders } from './orders.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';
import { sourceStateOf } from './source-state.ts';
import type { StatusWriter } from './status-writer.ts';
import { systemName } from '../system-name.ts';
import { withTracking } from './tracking-text.ts';

type Written =
  | { readonly kind: 'written'; readonly status: string }
  | { readonly kind: 'already'; readonly status: string }
  | { readonly kind: 'moved on'; readonly status: string }
  | { readonly kind: 'gone' };

/**
 * Tells 24SevenOffice how an order fares, by its status and, where wanted, the waybills in its text. Each write is guarded by a reading: the
 * effect of writing a status twice is unknown (it may move stock again), and an order that a person
 * has moved on, or invoiced, isn't moved back.
 */
export function reportingOf(
  settings: TwentyFourSevenOfficeSettings,
  orders: Orders,
  writer: StatusWriter,
) {
  /** Writes `orders.statusOnImport`. */
  async function markImported(order: OrderReference, call: CallContext): Promise<MarkOutcome> {
    const target = settings.orders.statusOnImport;
    if (target === null) return { kind: 'not wanted' };
    const written = await write(order, target, [], call);
    return written.kind === 'written' ? { kind: 'marked', status: written.status } : written;
  }

  /** Writes `shipments.statusOnShipped`, once tracking is there or has been waited for long enough. */
  async function reportShipment(
    order: OrderReference,
    shipment: Shipment,
    seenShippedAt: string,
    call: CallContext,
  ): Promise<ReportOutcome> {
    const { statusOnShipped, waitForTracking } = settings.shipments;
    if (statusOnShipped === null) {
      return { kind: 'not wanted', why: 'shipments.statusOnShipped is null' };
    }
    const until = Date.parse(seenShippedAt) + waitForTracking;
    const waits = waitForTracking > 0 && shipment.tracking.length === 0;
    if (waits && Date.now() < until) {
      return { kind: 'wait', until: new Date(until).toISOString() };
    }
    const written = await write(order, statusOnShipped, shipment.tracking, call);
    return written.kind === 'written' ? { kind: 'reported', status: written.status } : written;
  }

  async function write(
    order: OrderReference,
    target: OrderStatus,
    tracking: readonly Tracking[],
    call: CallContext,
  ): Promise<Written> {
    try {
      return await guarded(order, target, tracking, call, writer.write);
    } catch (error) {
      if (!(error instanceof JoinedWriteFailed)) throw error;
      return await guarded(order, target, tracking, call, writer.writeAlone);
    }
  }

  async function guarded(
    order: OrderReference,
    target: OrderStatus,
    tracking: readonly Tracking[],
    call: CallContext,
    save: StatusWriter['write'],
  ): Promise<Written> {
    const now = await orders.glance(order, call);
    if (now === undefined) return { kind: 'gone' };
    const status = orderStatusInWords(now.OrderStatus);
    if (now.OrderStatus === target) return { kind: 'already', status };
    const { statusOnImport } = settings.orders;
    const mayBeMoved =
      sourceStateOf(now.OrderStatus, settings) === 'pulled' || now.OrderStatus === statusOnImport;
    if (!mayBeMoved) return { kind: 'moved on', status };
    if (!isId(now.CustomerId)) throw withoutCustomer(order);
    const { CustomerId: customerId } = now;
    const invoiceText = textWith(tracking, now);
    await save({ id: order.id, customerId, status: target, invoiceText }, call);
    return { kind: 'written', status: orderStatusInWords(target) };
  }

  /** The order's new text, where tracking is written back and some of it isn't there yet. */
  function textWith(tracking: readonly Tracking[], now: InvoiceOrder): string | undefined {
    const { trackingField } = settings.shipments;
    return trackingField === null ? undefined : withTracking(now[trackingField], tracking);
  }

  return { markImported, reportShipment };
}

const withoutCustomer = ({ number }: OrderReference): SystemFailure => {
  const lacks = `has no customer in ${systemName}, which takes no status without one.`;
  return errors.attention(`Order ${number} ${lacks}`, {
    field: 'Customer',
    problem: `The order ${lacks}`,
    todo: `Give the order a customer in ${systemName}, or set the status there by hand.`,
  });
};
