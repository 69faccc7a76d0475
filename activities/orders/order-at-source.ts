import type { ArticlesRead } from '../../src/domain/article.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { MarkOutcome, ReportOutcome } from '../../src/domain/source-outcome.ts';
import { priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import type { NoteStep, OrderStep, ReportStep } from './order-arguments.ts';
import { vendorCall } from '../vendor-call.ts';

/** The steps of an order's life that call its source. Each is one retryable call and harmless twice. */
export function orderAtSource({ connection, tell }: ActivityDependencies) {
  return {
    /** The order as the source has it now; null where it is gone. */
    async readOrder({ order, urgent }: OrderStep): Promise<Snapshot | null> {
      const priority = urgent === true ? priorities.operator : priorities.orderWrite;
      return (await connection().source.read(order, vendorCall(priority))) ?? null;
    },

    /** Sets the status that the connection wants on import. */
    async markImported({ order, mayBeApplied }: OrderStep): Promise<MarkOutcome> {
      return await connection().source.markImported(
        order,
        vendorCall(priorities.report, mayBeApplied),
      );
    },

    /** Leaves a note with the order, where the source can hold one. */
    async tellSource({ order, note }: NoteStep): Promise<void> {
      await connection().source.tell?.(order, note, vendorCall(priorities.report));
    },

    /** Tells the source that the order was shipped. */
    async reportShipment(step: ReportStep): Promise<ReportOutcome> {
      const { source } = connection();
      const outcome = await source.reportShipment(
        step.order,
        step.shipment,
        step.seenShippedAt,
        vendorCall(priorities.report, step.mayBeApplied),
      );
      if (outcome.kind === 'reported') {
        tell(`reported to ${source.name} as ${outcome.status}`, step.order);
      }
      return outcome;
    },

    /** Articles that an order needs and the warehouse doesn't have yet. */
    async readArticles(productCodes: readonly string[]): Promise<ArticlesRead> {
      return await connection().source.articles(productCodes, vendorCall(priorities.orderWrite));
    },
  };
}
