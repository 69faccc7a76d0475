import type { OngoingSandbox } from '../ongoing/ongoing.ts';
import type { ToldOrder } from '../ongoing/orders/told-order.ts';
import { openStatus, sentStatus } from '../ongoing/statuses.ts';
import type { Pace } from './floor-plan.ts';
import { paces, planFor, restBefore } from './floor-plan.ts';
import { type Shift, shiftOf, type ShiftOptions } from './shift.ts';

const mostTickMs = 500;
const leastTickMs = 20;

/**
 * People who pick, pack and ship what is in a simulated warehouse: a step moves every order that is due
 * by the vendor's clock, of every goods owner. What happens to an order depends on the seed and its
 * number alone; how far it is stands in its status, so that a restarted floor goes on. Orders that the
 * interface didn't bring are left alone.
 */
export function createFloor(
  ongoing: OngoingSandbox,
  options: Omit<ShiftOptions, 'everyMs'> & { readonly pace?: Pace } = {},
): Shift<number> {
  const { pace = paces.fast, seed = 1, changed } = options;

  function moved(order: ToldOrder): boolean {
    const { number, goodsOwnerId, status } = order;
    if (status < openStatus) return false;
    const plan = planFor(seed, number);
    const early = plan.earlyWaybill;
    const labelled =
      early !== undefined && status === openStatus && !order.waybills.includes(early);
    if (labelled) ongoing.addWaybill(number, early, goodsOwnerId);
    const next = plan.path.find((step) => step > status);
    if (next === undefined) return labelled;
    const due = Date.parse(order.statusChangedAt) + restBefore(pace, seed, number, next);
    if (ongoing.now() < due) return labelled;
    if (next >= sentStatus && order.shippedAt === null)
      ongoing.ship(number, { ...plan.departure, status: next }, goodsOwnerId);
    else ongoing.setStatus(number, next, undefined, goodsOwnerId);
    return true;
  }

  const tick = Math.min(mostTickMs, Math.max(leastTickMs, pace.leastMs / 4));
  return shiftOf(() => ongoing.underWay().filter(moved).length, tick, changed);
}
