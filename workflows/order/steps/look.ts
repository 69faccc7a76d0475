import { readView } from '../../../src/domain/reading/read-warehouse-order.ts';
import { moveTo } from '../../../src/domain/stage.ts';
import { hasBegun } from '../../../src/domain/warehouse-status.ts';
import { raise, settle, tell } from '../state/story.ts';
import { clockTime } from '../words/order-words.ts';
import { block, isUrgent, nowOf, slowRetryMs, type Step } from '../step.ts';
import { answer } from '../take/take-command.ts';
import { takeWarehouseOrder } from '../take/take-warehouse-order.ts';
import { numberTaken } from './number-taken.ts';

/** Before the first write of a life: what stands at the warehouse under this number? */
export const look: Step = async (context) => {
  const { order, names, state, activities } = context;
  const view = readView(
    await activities
      .warehouse(`Ask the warehouse: does it know ${names.number}?`)
      .lookAtOrder({ order, urgent: isUrgent(state) }),
  );
  if (view.kind === 'absent') {
    delete state.wants.look;
    settle(state, 'number taken');
    return;
  }
  if (view.kind === 'foreign') {
    numberTaken(context, view.order);
    block(context, 'look', slowRetryMs);
    return;
  }
  settle(state, 'number taken');
  takeWarehouseOrder(state, view.order, names, context.nowMs());
  const { phase, statusNumber, statusText } = view.order;
  if (phase === 'cancelled') {
    // Whoever cancelled it did so before this life began; the source wants it now.
    settle(state, 'cancelled at warehouse');
    state.wants.reopen = 'wanted again';
    return;
  }
  if (!hasBegun(phase)) return;
  if (phase === 'begun') {
    // Nothing of ours is written over work that has begun, but what the warehouse holds may not be
    // what the source wants: a put after a lost answer reads and compares first.
    state.uncertain = [...new Set([...state.uncertain, 'put' as const])];
    return;
  }
  followWithoutWriting(context);
  if (phase !== 'picked') state.wants.report ??= 'not by itself';
  settle(state, 'returned');
  raise(
    state,
    'came back',
    nowOf(context),
    `Came back after ${
      context.earlier === undefined
        ? `the warehouse had it at status ${statusNumber}${statusText === '' ? '' : ` (${statusText})`}`
        : `it was ${context.earlier.stage} on ${clockTime(context.earlier.endedAt, names.timeZone)}`
    }: ${names.source} has it as ${state.newest?.status ?? 'wanted'} again, the warehouse at status ${statusNumber}. Nothing is sent twice.`,
    `If ${names.source} is to be told that it was shipped, \`report\`; if nothing more is to happen, \`release\`. New goods need a new order.`,
  );
  answer(state, 'resend', {
    outcome: 'refused',
    text: `The warehouse already has the order at status ${statusNumber}.`,
  });
};

function followWithoutWriting(context: Parameters<Step>[0]): void {
  const { state } = context;
  state.sent = { hash: '', rows: [], at: nowOf(context) };
  // Not sent while it goes on, but should the warehouse open it again.
  state.refusedHash = state.newest?.hash ?? '';
  delete state.wants.put;
  if (state.stage === 'importing') moveTo(state, 'in warehouse');
  tell(state, nowOf(context), 'Found at the warehouse, which has begun: it is followed, not sent.');
}
