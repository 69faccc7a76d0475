import type { Order } from '../../../src/domain/order.ts';
import { readSendResult } from '../../../src/domain/reading/read-warehouse-order.ts';
import { moveTo } from '../../../src/domain/stage.ts';
import type { SendResult, WarehouseView } from '../../../src/domain/warehouse-order.ts';
import { hasBegun } from '../../../src/domain/warehouse-status.ts';
import { raise, settle, tell } from '../state/story.ts';
import { onlyLooked } from '../first-rules.ts';
import { clockTime, linesInWords } from '../words/order-words.ts';
import { block, nowOf, remember, slowRetryMs, type Step, type StepContext } from '../step.ts';
import { answer } from '../take/take-command.ts';
import { takeWarehouseOrder } from '../take/take-warehouse-order.ts';
import { numberTaken } from './number-taken.ts';
import { entered, putStep } from './put.ts';

/**
 * Before the first write of a life: what stands at the warehouse under this number? Where nothing
 * stands there that must be left alone, the order is put with it.
 */
export const look: Step = async (context) => {
  const order = context.state.newest?.order;
  if (order === undefined) return undefined;
  const { view, mayBePut, put } = context.firstRules
    ? await onlyLooked(context)
    : await sent(context, order);
  enterView(context, view, mayBePut);
  if (put === undefined) return undefined;
  return { step: 'put', work: async () => await entered(context, order, put) };
};

async function sent(context: StepContext, order: Order): Promise<SendResult> {
  const { names, activities } = context;
  return readSendResult(
    await activities
      .warehouse(
        `Ask the warehouse: does it know ${names.number}? Put it there if not (${linesInWords(order.lines.length)})`,
      )
      .sendOrder(putStep(context, order)),
  );
}

/** @param mayBePut what stands there may be what this life put itself */
function enterView(context: StepContext, view: WarehouseView, mayBePut: boolean): void {
  const { names, state } = context;
  if (view.kind === 'absent') {
    delete state.wants.look;
    settle(state, 'number taken');
    if (mayBePut) remember(state, 'put');
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
  if (phase === 'cancelled' && !mayBePut) {
    // Whoever cancelled it did so before this life began; the source wants it now.
    settle(state, 'cancelled at warehouse');
    state.wants.reopen = 'wanted again';
    return;
  }
  if (!hasBegun(phase)) {
    if (mayBePut) remember(state, 'put');
    return;
  }
  if (phase === 'begun' || mayBePut) {
    // Nothing of ours is written over work that has begun, but what the warehouse holds may not be
    // what the source wants: a put after a lost answer reads and compares first.
    remember(state, 'put');
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
}

function followWithoutWriting(context: StepContext): void {
  const { state } = context;
  state.sent = { hash: '', rows: [], at: nowOf(context) };
  // Not sent while it goes on, but should the warehouse open it again.
  state.refusedHash = state.newest?.hash ?? '';
  delete state.wants.put;
  if (state.stage === 'importing') moveTo(state, 'in warehouse');
  tell(state, nowOf(context), 'Found at the warehouse, which has begun: it is followed, not sent.');
}
