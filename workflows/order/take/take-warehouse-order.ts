import type { WarehouseOrder } from '../../../src/domain/warehouse-order.ts';
import { hasBegun } from '../../../src/domain/warehouse-status.ts';
import { isFinal, moveTo } from '../../../src/domain/stage.ts';
import type { OrderState } from '../state/order-state.ts';
import { raise, settle, tell } from '../state/story.ts';
import type { OrderNames } from '../words/order-words.ts';

/** Takes in what the warehouse says of the order. Older readings than the newest say nothing. */
export function takeWarehouseOrder(
  state: OrderState,
  order: WarehouseOrder,
  names: OrderNames,
  nowMs: number,
): void {
  const before = state.warehouse;
  if (before !== undefined && Date.parse(order.readAt) < Date.parse(before.readAt)) return;
  state.warehouse = order;
  state.warehouseOrderId = order.warehouseOrderId;
  delete state.wants.look;
  if (isFinal(state.stage)) return;
  const now = new Date(nowMs).toISOString();
  const status = `status ${order.statusNumber}${order.statusText === '' ? '' : `, ${order.statusText}`}`;

  if (state.begun === undefined && hasBegun(order.phase)) {
    state.begun = { at: now, status: order.statusNumber };
  }
  if (before?.shipment.tracking.length !== order.shipment.tracking.length) {
    delete state.reportNotBefore;
  }
  if (order.phase === before?.phase) return;

  if (isBackward(before, order)) {
    tell(state, now, `Went back at the warehouse, from ${before?.statusNumber} (${status}).`);
  }
  // Open once more: a revision that came too late may be in time now.
  if (order.phase === 'open') delete state.refusedHash;
  if (order.phase !== 'error') settle(state, 'warehouse error');
  if (order.phase !== 'cancelled') settle(state, 'cancelled at warehouse');
  if (order.phase !== 'shipped' && state.stage === 'shipped') moveTo(state, 'in warehouse');

  switch (order.phase) {
    case 'begun':
      tell(state, now, `The warehouse has begun (${status}).`);
      break;
    case 'picked':
      tell(state, now, `Picked (${status}).`);
      break;
    case 'shipped':
      moveTo(state, 'shipped');
      state.seenShippedAt ??= now;
      settle(state, 'status changed', 'packing slip');
      tell(state, now, `Shipped (${status}).`);
      break;
    case 'returned':
      raise(
        state,
        'returned',
        now,
        `Came back to the warehouse (${status}) before it was reported to ${names.source}.`,
        `\`report\` tells ${names.source} that it was shipped; \`release\` ends it without telling.`,
      );
      break;
    case 'cancelled':
      if (state.wants.cancel === undefined) {
        raise(
          state,
          'cancelled at warehouse',
          now,
          `The warehouse cancelled its order ${order.warehouseOrderId} (${status}); ${names.source} didn’t ask for it.`,
          'Call the warehouse. `resend` sends the order again, `cancel` ends it.',
        );
      }
      break;
    case 'error':
      raise(
        state,
        'warehouse error',
        now,
        `${names.warehouse} marks its order ${order.warehouseOrderId} as faulty (${status}).`,
        'Ask the warehouse what is wrong, correct the order at the source or `resend` it.',
      );
      break;
    case 'open':
    case 'unknown':
      break;
  }
}

const progress = ['open', 'begun', 'picked', 'shipped'];

function isBackward(before: WarehouseOrder | undefined, now: WarehouseOrder): boolean {
  if (before === undefined) return false;
  const was = progress.indexOf(before.phase);
  const is = progress.indexOf(now.phase);
  return was >= 0 && is >= 0 && is < was;
}
