import type { PutStep } from '../../../activities/orders/order-arguments.ts';
import type { PutResult } from '../../../src/domain/warehouse-order.ts';
import type { Order } from '../../../src/domain/order.ts';
import { readPutResult } from '../../../src/domain/reading/read-warehouse-order.ts';
import { moveTo } from '../../../src/domain/stage.ts';
import { raise, settle, tell } from '../state/story.ts';
import {
  differencesInWords,
  linesInWords,
  problemsInWords,
  subjectsOf,
  todosInWords,
} from '../words/order-words.ts';
import {
  block,
  isUrgent,
  nowOf,
  retryLater,
  slowRetryMs,
  type Step,
  type StepContext,
} from '../step.ts';
import { note } from '../source-notes.ts';
import { answer } from '../take/take-command.ts';
import { faultyOrderRetryMs } from '../take/take-snapshot.ts';
import { takeWarehouseOrder } from '../take/take-warehouse-order.ts';
import { numberTaken } from './number-taken.ts';
import { putMissingArticles } from './put-missing-articles.ts';

/** Sends the newest revision to the warehouse, its missing articles first. */
export const put: Step = async (context) => {
  const order = context.state.newest?.order;
  if (order === undefined) return;
  await entered(context, order, await putOnce(context, order));
};

/** Enters what became of the order, once the articles that it lacked are put, too. */
export async function entered(context: StepContext, order: Order, first: PutResult): Promise<void> {
  let outcome: Entered = first;
  if (outcome.kind === 'unknown articles') {
    const faults = await putMissingArticles(context, outcome.productCodes);
    outcome =
      faults.length === 0
        ? await putOnce(context, order)
        : { kind: 'refused', faults, unknownArticle: true };
  }
  enter(context, order, outcome);
}

type Entered = PutResult & { readonly unknownArticle?: boolean };

async function putOnce(context: StepContext, order: Order): Promise<Entered> {
  const { names, activities } = context;
  return readPutResult(
    await activities
      .warehouse(`Put order ${names.number} in the warehouse (${linesInWords(order.lines.length)})`)
      .putOrder(putStep(context, order)),
  );
}

/** What the activity that puts is told. */
export function putStep(context: StepContext, order: Order): PutStep {
  const { state } = context;
  return {
    order,
    sentRows: state.sent?.rows,
    reopens: reopens(context),
    mayBeApplied: state.uncertain.includes('put'),
    urgent: isUrgent(state),
  };
}

function reopens({ state }: StepContext): boolean {
  return state.wants.reopen !== undefined || state.warehouse?.phase === 'cancelled';
}

function enter(context: StepContext, order: Order, outcome: Entered): void {
  const { state, names } = context;
  const now = nowOf(context);
  const hash = state.newest?.hash ?? '';
  delete state.wants.put;
  switch (outcome.kind) {
    case 'accepted':
    case 'lines stayed':
      accepted(context, order, outcome.warehouseOrderId, outcome.markImported === true);
      if (outcome.kind === 'lines stayed') {
        raise(
          state,
          'line stayed',
          now,
          `${names.source} removed ${outcome.rows.length === 1 ? 'line' : 'lines'} ${outcome.rows.join(', ')}, but the warehouse still has ${outcome.rows.length === 1 ? 'it' : 'them'}.`,
          `Call the warehouse (order ${outcome.warehouseOrderId}) to have it taken out, then \`acknowledge\`.`,
        );
      }
      return;
    case 'too late':
      tooLate(context, order, outcome);
      return;
    case 'number spent':
      state.refusedHash = hash;
      raise(
        state,
        'number spent',
        now,
        `This number is spent: the warehouse’s order ${outcome.warehouseOrderId} is cancelled and doesn’t open again.`,
        `Make a new order in ${names.source}, or have the warehouse open order ${outcome.warehouseOrderId}, then \`resend\`.`,
      );
      answer(state, 'resend', {
        outcome: 'refused',
        text: `The warehouse’s order ${outcome.warehouseOrderId} is cancelled and doesn’t open again.`,
      });
      return;
    case 'foreign':
      numberTaken(context, outcome.order);
      block(context, 'look', slowRetryMs);
      return;
    case 'unknown articles':
      refused(
        context,
        outcome.productCodes.map((code) => ({
          field: `Article ${code}`,
          problem: 'The warehouse took it and still doesn’t know it.',
          todo: 'Ask the warehouse about this article.',
        })),
        true,
      );
      return;
    case 'refused':
      refused(context, outcome.faults, outcome.unknownArticle === true);
      return;
  }
}

function accepted(
  context: StepContext,
  order: Order,
  warehouseOrderId: string,
  marksImported: boolean,
): void {
  const { state, names } = context;
  const first = state.sent === undefined;
  const lines = linesInWords(order.lines.length);
  if (reopens(context)) {
    // What the warehouse said of the cancelled order no longer holds.
    delete state.warehouse;
    delete state.wants.reopen;
  }
  delete state.wants.look;
  state.warehouseOrderId = warehouseOrderId;
  state.sent = {
    hash: state.newest?.hash ?? '',
    rows: order.lines.map(({ rowNumber }) => rowNumber),
    at: nowOf(context),
  };
  delete state.refusedHash;
  delete state.wants.compare;
  if (state.stage === 'importing') moveTo(state, 'in warehouse');
  if (first && marksImported) state.wants.mark = 'sent';
  settle(
    state,
    'bad input',
    'unknown article',
    'changed too late',
    'cancelled at warehouse',
    'number spent',
    'number taken',
    'line stayed',
    'warehouse error',
  );
  tell(
    state,
    nowOf(context),
    first
      ? `In the warehouse as ${names.warehouse} order ${warehouseOrderId} (${lines}).`
      : `The warehouse has the newest version (${lines}).`,
  );
  if (first) {
    note(state, {
      key: `in warehouse ${warehouseOrderId}`,
      kind: 'in warehouse',
      text: `In the warehouse as ${names.warehouse} order ${warehouseOrderId} (${lines}).`,
    });
  }
  answer(state, 'resend', {
    outcome: 'done',
    text: `The warehouse has it as order ${warehouseOrderId} (${lines}).`,
  });
}

function tooLate(
  context: StepContext,
  order: Order,
  outcome: Extract<PutResult, { kind: 'too late' }>,
): void {
  const { state, names } = context;
  takeWarehouseOrder(state, outcome.order, names, context.nowMs());
  if (state.stage === 'importing') moveTo(state, 'in warehouse');
  const hash = state.newest?.hash ?? '';
  if (outcome.differences.length === 0) {
    state.sent = { hash, rows: order.lines.map(({ rowNumber }) => rowNumber), at: nowOf(context) };
    settle(state, 'changed too late');
    answer(state, 'resend', {
      outcome: 'done',
      text: 'The warehouse has begun and already holds exactly this.',
    });
    return;
  }
  state.refusedHash = hash;
  const differences = differencesInWords(outcome.differences);
  raise(
    state,
    'changed too late',
    nowOf(context),
    `Changed after the warehouse began (status ${outcome.order.statusNumber}). The warehouse still holds the earlier version: ${differences}.`,
    `Call the warehouse (order ${outcome.order.warehouseOrderId}), then \`acknowledge\`; or \`cancel\` if it must not go.`,
  );
  answer(state, 'resend', {
    outcome: 'refused',
    text: `The warehouse has begun (status ${outcome.order.statusNumber}). It still holds: ${differences}.`,
  });
}

function refused(
  context: StepContext,
  faults: Extract<PutResult, { kind: 'refused' }>['faults'],
  unknownArticle: boolean,
): void {
  const { state } = context;
  state.refusedHash = state.newest?.hash ?? '';
  const again = unknownArticle ? 'within 15 minutes' : 'every hour';
  raise(
    state,
    unknownArticle ? 'unknown article' : 'bad input',
    nowOf(context),
    problemsInWords(faults),
    `${todosInWords(faults)} The order is sent again ${again}, when it changes, or at once with \`resend\`.`,
    subjectsOf(faults),
  );
  retryLater(context, unknownArticle ? faultyOrderRetryMs : slowRetryMs);
  answer(state, 'resend', { outcome: 'refused', text: problemsInWords(faults) });
}
