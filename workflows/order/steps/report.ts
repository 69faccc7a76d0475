import { readReportOutcome } from '../../../src/domain/reading/read-at-source.ts';
import { moveTo } from '../../../src/domain/stage.ts';
import { raise, tell } from '../state/story.ts';
import { block, nowOf, slowRetryMs, type Step, type StepContext } from '../step.ts';
import { answer } from '../take/take-command.ts';

/** Tells the source that the order was shipped; with that its life is complete. */
export const report: Step = async (context) => {
  const { order, names, state, activities } = context;
  if (state.warehouse === undefined) return;
  const outcome = readReportOutcome(
    await activities.source(`Report ${names.number} to ${names.source} as shipped`).reportShipment({
      order,
      shipment: state.warehouse.shipment,
      seenShippedAt: state.seenShippedAt ?? nowOf(context),
      mayBeApplied: state.uncertain.includes('report'),
    }),
  );
  switch (outcome.kind) {
    case 'reported':
      if (outcome.followUntil !== undefined && Date.parse(outcome.followUntil) > context.nowMs()) {
        follow(context, outcome.status, outcome.followUntil);
        return;
      }
      complete(context, `Reported to ${names.source} as ${outcome.status}.`);
      return;
    case 'already':
      complete(context, `Already ${outcome.status} in ${names.source}: nothing more to report.`);
      return;
    case 'moved on':
      complete(
        context,
        `Shipped, and not reported: somebody set it to ${outcome.status} in ${names.source}, which is left as it is.`,
      );
      return;
    case 'not wanted':
      complete(context, `Shipped, and not reported: ${outcome.why}`);
      return;
    case 'wait':
      state.reportNotBefore = outcome.until;
      return;
    case 'gone':
      raise(
        state,
        'gone at source',
        nowOf(context),
        `Shipped, but ${names.source} no longer has the order, so it can’t be told.`,
        '`release` it once that is settled. It is tried again every hour.',
      );
      block(context, 'report', slowRetryMs);
      answer(state, 'report', { outcome: 'refused', text: `${names.source} no longer has it.` });
      return;
  }
};

/** Told, and kept open for parcels that come late. */
function follow(context: StepContext, status: string, until: string): void {
  const { state, names } = context;
  const tracking = state.warehouse?.shipment.tracking.map(({ number }) => number) ?? [];
  const text =
    state.reported === undefined
      ? `Reported to ${names.source} as ${status}.`
      : `${names.source} was told of parcels that came later.`;
  state.reported = {
    at: nowOf(context),
    status,
    tracking,
    until: state.reported?.until ?? until,
  };
  delete state.wants.report;
  state.attention = [];
  tell(state, nowOf(context), text);
  answer(state, 'report', { outcome: 'done', text });
}

function complete(context: StepContext, text: string): void {
  const { state } = context;
  moveTo(state, 'completed');
  delete state.wants.report;
  state.attention = [];
  state.ended = { at: nowOf(context), text };
  tell(state, nowOf(context), text);
  answer(state, 'report', { outcome: 'done', text });
}
