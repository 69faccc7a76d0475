import type { OrderInput } from '../../../src/domain/order-input.ts';
import type { OrderStatus } from '../../../src/domain/order-messages.ts';
import type { Next } from '../next-step.ts';
import type { OrderState } from '../state/order-state.ts';

/** The answer to the query `status`. */
export function orderStatus(
  { order, connection }: OrderInput,
  state: OrderState,
  next: Next,
): OrderStatus {
  return {
    ...order,
    connection,
    stage: state.stage,
    warehouseOrder: state.warehouseOrderId,
    warehouseStatus: state.warehouse?.statusNumber,
    sourceStatus: state.newest?.status,
    attention: state.attention,
    waiting: state.waiting,
    nextTryAt: next.kind === 'rest' ? next.until : undefined,
    pending: state.commands.map(({ message }) => message),
    story: state.story,
  };
}
