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
import type { OrderWrite } from './order-requests.ts';
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
export class Reporting {
  readonly #settings: TwentyFourSevenOfficeSettings;
  readonly #orders: Orders;
  readonly #writer: StatusWriter;

  constructor(settings: TwentyFourSevenOfficeSettings, orders: Orders, writer: StatusWriter) {
    this.#settings = settings;
    this.#orders = orders;
    this.#writer = writer;
  }

  /** Writes `orders.statusOnImport`. */
  async markImported(order: OrderReference, call: CallContext): Promise<MarkOutcome> {
    const target = this.#settings.orders.statusOnImport;
    if (target === null) return { kind: 'not wanted' };
    const written = await this.#write(order, target, [], call);
    return written.kind === 'written' ? { kind: 'marked', status: written.status } : written;
  }

  /** Writes `shipments.statusOnShipped`, once tracking is there or has been waited for long enough. */
  async reportShipment(
    order: OrderReference,
    shipment: Shipment,
    seenShippedAt: string,
    call: CallContext,
  ): Promise<ReportOutcome> {
    const { statusOnShipped, waitForTracking } = this.#settings.shipments;
    if (statusOnShipped === null) {
      return { kind: 'not wanted', why: 'shipments.statusOnShipped is null' };
    }
    const until = Date.parse(seenShippedAt) + waitForTracking;
    const waits = waitForTracking > 0 && shipment.tracking.length === 0;
    if (waits && Date.now() < until) {
      return { kind: 'wait', until: new Date(until).toISOString() };
    }
    const written = await this.#write(order, statusOnShipped, shipment.tracking, call);
    return written.kind === 'written' ? { kind: 'reported', status: written.status } : written;
  }

  async #write(
    order: OrderReference,
    target: OrderStatus,
    tracking: readonly Tracking[],
    call: CallContext,
  ): Promise<Written> {
    const guarded = async (write: (toWrite: OrderWrite) => Promise<void>): Promise<Written> =>
      await this.#guarded(order, target, tracking, call, write);
    try {
      return await guarded(async (toWrite) => await this.#writer.write(toWrite, call));
    } catch (error) {
      if (!(error instanceof JoinedWriteFailed)) throw error;
      return await guarded(async (toWrite) => await this.#writer.writeAlone(toWrite, call));
    }
  }

  async #guarded(
    order: OrderReference,
    target: OrderStatus,
    tracking: readonly Tracking[],
    call: CallContext,
    write: (toWrite: OrderWrite) => Promise<void>,
  ): Promise<Written> {
    const now = await this.#orders.glance(order, call);
    if (now === undefined) return { kind: 'gone' };
    const status = orderStatusInWords(now.OrderStatus);
    if (now.OrderStatus === target) return { kind: 'already', status };
    const { statusOnImport } = this.#settings.orders;
    const mayBeMoved =
      sourceStateOf(now.OrderStatus, this.#settings) === 'pulled' ||
      now.OrderStatus === statusOnImport;
    if (!mayBeMoved) return { kind: 'moved on', status };
    if (!isId(now.CustomerId)) throw withoutCustomer(order);
    const invoiceText = this.#textWith(tracking, now);
    await write({
      id: order.id,
      customerId: now.CustomerId,
      status: target,
      ...(invoiceText === undefined ? {} : { invoiceText }),
    });
    return { kind: 'written', status: orderStatusInWords(target) };
  }

  /** The order's new text, where tracking is written back and some of it isn't there yet. */
  #textWith(tracking: readonly Tracking[], now: InvoiceOrder): string | undefined {
    const { trackingField } = this.#settings.shipments;
    return trackingField === null ? undefined : withTracking(now[trackingField], tracking);
  }
}

const withoutCustomer = ({ number }: OrderReference): SystemFailure => {
  const lacks = `has no customer in ${systemName}, which takes no status without one.`;
  return errors.attention(`Order ${number} ${lacks}`, {
    field: 'Customer',
    problem: `The order ${lacks}`,
    todo: `Give the order a customer in ${systemName}, or set the status there by hand.`,
  });
};
