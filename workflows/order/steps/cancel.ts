import { readCancelOutcome } from '../../../src/domain/reading/read-warehouse-order.ts';
import { moveTo } from '../../../src/domain/stage.ts';
import type { Wants } from '../state/order-state.ts';
import { raise, settle, tell } from '../state/story.ts';
import { clockTime } from '../words/order-words.ts';
import { isUrgent, nowOf, type Step, type StepContext } from '../step.ts';
import { note } from '../source-notes.ts';
import { answer } from '../take/take-command.ts';
import { takeWarehouseOrder } from '../take/take-warehouse-order.ts';
import type { CancelOutcome } from '../../../src/domain/warehouse-order.ts';

type Wanted = NonNullable<Wants['cancel']>;

/** Cancels the order at the warehouse and tells the truth about it. */
export const cancel: Step = async (context) => {
  const { order, names, state, activities } = context;
  const wanted = state.wants.cancel;
  if (wanted === undefined) return;
  const neverSent =
    state.wants.look === undefined && state.sent === undefined && state.warehouse === undefined;
  if (neverSent && !state.uncertain.includes('put')) {
    cancelled(context, wanted, 'Cancelled before it was sent to the warehouse.');
    return;
  }
  const outcome = readCancelOutcome(
    await activities.warehouse(`Cancel ${names.number} at the warehouse`).cancelOrder({
      order,
      mayBeApplied: state.uncertain.includes('cancel'),
      urgent: isUrgent(state),
    }),
  );
  if (outcome.kind === 'cancelled') {
    cancelled(
      context,
      wanted,
      outcome.warehouseOrderId === undefined
        ? 'Cancelled; the warehouse doesn’t have it.'
        : 'Cancelled at the warehouse.',
    );
    return;
  }
  refused(context, wanted, outcome);
};

function cancelled(context: StepContext, wanted: Wanted, text: string): void {
  const { state, names } = context;
  const by =
    wanted.by === 'source'
      ? `${names.source} has it as ${wanted.status ?? 'cancelled'}.`
      : 'An operator asked for it.';
  delete state.wants.cancel;
  state.attention = [];
  moveTo(state, 'cancelled');
  state.ended = { at: nowOf(context), text: `${text} ${by}` };
  tell(state, nowOf(context), state.ended.text);
  note(state, { key: `cancelled ${state.ended.at}`, kind: 'cancelled', text: state.ended.text });
  answer(state, 'cancel', { outcome: 'done', text });
}

function refused(
  context: StepContext,
  { by }: Wanted,
  outcome: Extract<CancelOutcome, { kind: 'refused' }>,
): void {
  const { state, names } = context;
  takeWarehouseOrder(state, outcome.order, names, context.nowMs());
  delete state.wants.cancel;
  // An order that this life never sent is the warehouse's all the same.
  state.sent ??= { hash: '', rows: [], at: nowOf(context) };
  if (state.stage === 'importing') moveTo(state, 'in warehouse');
  const begun =
    state.begun === undefined
      ? `it is at status ${outcome.order.statusNumber}`
      : `work had begun by ${clockTime(state.begun.at, names.timeZone)} (status ${outcome.order.statusNumber})`;
  settle(state, 'cancel refused');
  raise(
    state,
    'cancel refused',
    nowOf(context),
    `Cancel refused: ${begun}. ${by === 'source' ? `${names.source} no longer wants the order. ` : ''}The order goes on and will be reported when it ships.`,
    `Call the warehouse (order ${outcome.order.warehouseOrderId}) if it must be stopped, then \`acknowledge\`.`,
  );
  answer(state, 'cancel', { outcome: 'refused', text: `The warehouse refused: ${begun}.` });
}
