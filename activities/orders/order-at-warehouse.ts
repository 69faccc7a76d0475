import type { OrderReference } from '../../src/domain/order.ts';
import type { MappingProblem } from '../../src/domain/mapping-problem.ts';
import type { CancelOutcome, PutResult, WarehouseView } from '../../src/domain/warehouse-order.ts';
import { type Priority, priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import type { ArticlesStep, CompareStep, OrderStep, PutStep } from './order-arguments.ts';
import { vendorCall } from '../vendor-call.ts';

/** The steps of an order's life that call its warehouse. Each is harmless twice. */
export function orderAtWarehouse({ connection, tell }: ActivityDependencies) {
  const told = ({ id, number }: OrderReference, text: string) =>
    tell({ connection: connection().id, order: { id, number }, text });

  return {
    /** What stands at the warehouse under the order's number. */
    async lookAtOrder({ order, urgent }: OrderStep): Promise<WarehouseView> {
      return await connection().warehouse.look(
        order,
        vendorCall(urgent === true ? priorities.operator : priorities.orderLook),
      );
    },

    /** Whether the warehouse would receive the same of both readings. Asks nobody. */
    async compareOrders({ order, before }: CompareStep): Promise<boolean> {
      return await Promise.resolve(connection().warehouse.sameContent(before, order));
    },

    /** Creates or updates the order at the warehouse. */
    async putOrder(step: PutStep): Promise<PutResult> {
      const { source, warehouse } = connection();
      const outcome = await warehouse.put(
        step.order,
        {
          sentRows: step.sentRows,
          reopens: step.reopens === true,
        },
        vendorCall(priorityOf(step.urgent), step.mayBeApplied),
      );
      if (outcome.kind === 'accepted') {
        told(step.order, `is in the warehouse (order ${outcome.warehouseOrderId})`);
      }
      return { ...outcome, markImported: source.marksImported };
    },

    /** Cancels the order at the warehouse, if it hasn't begun. */
    async cancelOrder({ order, mayBeApplied, urgent }: OrderStep): Promise<CancelOutcome> {
      const outcome = await connection().warehouse.cancel(
        order,
        vendorCall(priorityOf(urgent), mayBeApplied),
      );
      told(order, cancelInWords(outcome));
      return outcome;
    },

    /** Creates or updates articles that an order needs; gives what is wrong with the rest. */
    async putArticles({ articles }: ArticlesStep): Promise<readonly MappingProblem[]> {
      return await connection().warehouse.putArticles(articles, vendorCall(priorities.orderWrite));
    },
  };
}

export type OrderAtWarehouse = ReturnType<typeof orderAtWarehouse>;

function cancelInWords(outcome: CancelOutcome): string {
  if (outcome.kind === 'refused') return 'cancel refused';
  return outcome.warehouseOrderId === undefined
    ? 'cancelled; the warehouse doesn’t have it'
    : 'cancelled at the warehouse';
}

function priorityOf(urgent: boolean | undefined): Priority {
  return urgent === true ? priorities.operator : priorities.orderWrite;
}
