import { z } from 'zod';

import type { MappingProblem } from '../../src/domain/mapping-problem.ts';
import { SystemFailure } from '../../src/domain/system-failure.ts';
import type {
  CancelOutcome,
  PutResult,
  SendResult,
  WarehouseView,
} from '../../src/domain/warehouse-order.ts';
import { hasBegun } from '../../src/domain/warehouse-status.ts';
import { type CallContext, type Priority, priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import { recall, remember } from '../activity-run.ts';
import type { ArticlesStep, CompareStep, OrderStep, PutStep } from './order-arguments.ts';
import { vendorCall } from '../vendor-call.ts';

/** What an attempt leaves to the next one before it writes, should nobody hear of it again. */
const putBegun = 'put begun';

/** The steps of an order's life that call its warehouse. Each is harmless twice. */
export function orderAtWarehouse({ connection, tell }: ActivityDependencies) {
  async function putNow(step: PutStep, call: CallContext): Promise<PutResult> {
    const { source, warehouse } = connection();
    const { sentRows, reopens = false } = step;
    const outcome = await warehouse.put(step.order, { sentRows, reopens }, call);
    if (outcome.kind === 'accepted') {
      tell(`is in the warehouse (order ${outcome.warehouseOrderId})`, step.order);
    }
    return { ...outcome, markImported: source.marksImported };
  }

  return {
    /** What stands at the warehouse under the order's number. */
    async lookAtOrder({ order, urgent }: OrderStep): Promise<WarehouseView> {
      return await connection().warehouse.look(order, vendorCall(lookPriority(urgent)));
    },

    /** Whether the warehouse would receive the same of both readings. Asks nobody. */
    async compareOrders({ order, before }: CompareStep): Promise<boolean> {
      return await Promise.resolve(connection().warehouse.sameContent(before, order));
    },

    /** Looks before the first write of a life and, where nothing stands in its way, writes. */
    async sendOrder(step: PutStep): Promise<SendResult> {
      const mayBePut = step.mayBeApplied === true || recall(z.literal(putBegun)) !== undefined;
      // One call's time for both.
      const call = vendorCall(lookPriority(step.urgent), mayBePut);
      const view = await connection().warehouse.look(step.order, call);
      if (!isFree(view)) return { view, mayBePut };
      remember(putBegun, false);
      try {
        const put = await putNow(step, { ...call, priority: priorityOf(step.urgent) });
        return { view, mayBePut, put };
      } catch (error) {
        // What was seen still holds. The order is put as any other whose answer was lost.
        if (error instanceof SystemFailure && isAnswerLost(error)) return { view, mayBePut: true };
        throw error;
      }
    },

    /** Creates or updates the order at the warehouse. */
    async putOrder(step: PutStep): Promise<PutResult> {
      return await putNow(step, vendorCall(priorityOf(step.urgent), step.mayBeApplied));
    },

    /** Cancels the order at the warehouse, if it hasn't begun. */
    async cancelOrder({ order, mayBeApplied, urgent }: OrderStep): Promise<CancelOutcome> {
      const outcome = await connection().warehouse.cancel(
        order,
        vendorCall(priorityOf(urgent), mayBeApplied),
      );
      tell(cancelInWords(outcome), order);
      return outcome;
    },

    /** Creates or updates articles that an order needs; gives what is wrong with the rest. */
    async putArticles({ articles }: ArticlesStep): Promise<readonly MappingProblem[]> {
      return await connection().warehouse.putArticles(articles, vendorCall(priorities.orderWrite));
    },
  };
}

function cancelInWords(outcome: CancelOutcome): string {
  if (outcome.kind === 'refused') return 'cancel refused';
  return outcome.warehouseOrderId === undefined
    ? 'cancelled; the warehouse doesn’t have it'
    : 'cancelled at the warehouse';
}

function priorityOf(urgent: boolean | undefined): Priority {
  return urgent === true ? priorities.operator : priorities.orderWrite;
}

function lookPriority(urgent: boolean | undefined): Priority {
  return urgent === true ? priorities.operator : priorities.orderLook;
}

/** Nothing stands there that a write could spoil. */
function isFree(view: WarehouseView): boolean {
  if (view.kind !== 'ours') return view.kind === 'absent';
  return !hasBegun(view.order.phase) && view.order.phase !== 'cancelled';
}

function isAnswerLost({ decision }: SystemFailure): boolean {
  return decision.kind !== 'attention' && decision.answerLost === true;
}
