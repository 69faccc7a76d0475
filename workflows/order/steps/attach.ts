import { settle, tell } from '../state/story.ts';
import { missingSlip } from '../packing-slip.ts';
import { nowOf, type Step } from '../step.ts';

/** Attaches the order's packing slip to the warehouse's order. */
export const attach: Step = async (context) => {
  const { order, names, state, activities } = context;
  const slip = missingSlip(state);
  if (slip === undefined) return;
  await activities
    .warehouse(`Attach the packing slip to ${names.warehouse} order ${slip.warehouseOrderId}`)
    .attachPackingSlip({ order, ...slip });
  state.slip = slip;
  settle(state, 'packing slip');
  tell(state, nowOf(context), `The packing slip is attached to ${names.warehouse}’s order.`);
};
