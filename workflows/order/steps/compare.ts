import { flag } from '../../../src/domain/reading/read.ts';
import { nowOf, type Step } from '../step.ts';
import { takeComparison } from '../take/take-snapshot.ts';

/** Asks whether the newest reading means to the warehouse what one before an update did. */
export const compare: Step = async (context) => {
  const { names, state, activities } = context;
  const order = state.newest?.order;
  const before = state.wants.compare?.order;
  if (order === undefined || before === undefined) return;
  const isSame = flag(
    await activities
      .warehouse(`Has ${names.number} changed since the update of Crossdock?`)
      .compareOrders({ order, before }),
  );
  takeComparison(state, isSame, names, nowOf(context));
};
