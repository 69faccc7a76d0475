import type { WarehouseOrder } from '../../../src/domain/warehouse-order.ts';
import { raise } from '../state/story.ts';
import { nowOf, type StepContext } from '../step.ts';
import { answer } from '../take/take-command.ts';

/** The warehouse has an order of somebody else under our number: it is never overwritten. */
export function numberTaken(context: StepContext, taken: WarehouseOrder): void {
  const { state, names } = context;
  state.wants.look = 'number taken';
  raise(
    state,
    'number taken',
    nowOf(context),
    `The warehouse’s order ${taken.warehouseOrderId} already carries the number ${names.number}, and it isn’t from ${names.source}${
      taken.goodsOwnerOrderId === null ? '' : ` (its own id there is ${taken.goodsOwnerOrderId})`
    }. It is left untouched.`,
    `Have the warehouse give that order another number, or give the order another number in ${names.source}; then \`resend\`. It is looked at again every hour.`,
  );
  answer(state, 'resend', {
    outcome: 'refused',
    text: `Order ${taken.warehouseOrderId} at the warehouse carries this number and is somebody else’s.`,
  });
}
