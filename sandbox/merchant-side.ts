import type { TwentyFourSevenOfficeSandbox } from './24sevenoffice/24sevenoffice.ts';
import type { InvoiceOrder } from './24sevenoffice/book/records.ts';
import { orderStatuses } from '../src/systems/24sevenoffice/contract/order-status.ts';
import type { SourceSide } from './control-room.ts';
import { noSuchCountry, type SourceFact } from './facts.ts';
import { isGoods, moreOfFirstGoods } from './merchant-order.ts';

/** The status that a report writes. */
const reportedStatus = 'OrderState_Sent';

/** What the sandbox's merchant means by its statuses, as a connection with the defaults does. */
const pulledStatuses = ['Confirmed'];
const cancelledStatuses = ['Inactive', 'Draft', 'Offer'];

/** The simulated ERP as the control room and the audit see it. */
export function merchantSide(erp: TwentyFourSevenOfficeSandbox): SourceSide {
  return {
    facts: () => factsOf(erp),
    acts: {
      status(order, input) {
        const status = orderStatuses.find((known) => known === input['status']);
        if (status === undefined) throw new RangeError(`there is no status ${input['status']}`);
        erp.setStatus(order, status);
        return `Order ${order} is ${status}.`;
      },
      edit(order) {
        const held = erp.order(order);
        if (held === undefined) throw new RangeError(`the simulated ERP has no order ${order}`);
        erp.editOrder(order, { InvoiceRows: moreOfFirstGoods(held) });
        return `Order ${order} wants one more of its first product.`;
      },
      delete(order) {
        if (!erp.deleteOrder(order))
          throw new RangeError(`the simulated ERP has no order ${order}`);
        return `Order ${order} is deleted.`;
      },
    },
  };
}

/** Whether an order is one of those that are made so that they can't be mapped. */
export function badnessOf(erp: TwentyFourSevenOfficeSandbox): (order: InvoiceOrder) => boolean {
  const numbered = new Set(erp.products().flatMap((product) => (product.No ? [product.Id] : [])));
  return (order) => isBad(order, numbered);
}

function factsOf(erp: TwentyFourSevenOfficeSandbox): SourceFact[] {
  const bad = badnessOf(erp);
  const written = new Map<string, string>();
  const reports = new Map<string, string[]>();
  for (const { orderId, to, at } of erp.statusWrites) {
    written.set(orderId, to);
    if (to === reportedStatus) reports.set(orderId, [...(reports.get(orderId) ?? []), at]);
  }
  return erp.orders().map((order) => ({
    id: order.OrderId,
    number: order.OrderId,
    status: order.OrderStatus,
    changedAt: order.DateChanged,
    wanted:
      pulledStatuses.includes(order.OrderStatus) ||
      written.get(order.OrderId) === order.OrderStatus,
    cancelled: cancelledStatuses.includes(order.OrderStatus),
    bad: bad(order),
    reports: reports.get(order.OrderId) ?? [],
  }));
}

function isBad(order: InvoiceOrder, numbered: ReadonlySet<string>): boolean {
  const goods = order.InvoiceRows.filter(isGoods);
  return (
    order.Addresses?.Delivery?.Country === noSuchCountry ||
    goods.some((row) => Number(row.Quantity ?? 0) <= 0 || !numbered.has(row.ProductId ?? ''))
  );
}
