import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/common';

import { type FailureDetails, failureTypes } from '../../../src/domain/failure-details.ts';
import { isFinal } from '../../../src/domain/stage.ts';
import type { OrderState, StepName } from '../state/order-state.ts';
import { raise, tell } from '../state/story.ts';
import { problemsInWords, subjectsOf, todosInWords } from '../words/order-words.ts';
import { failureDetails } from '../../stored.ts';
import { missingSlip } from '../packing-slip.ts';
import { block, nowOf, remember, retryLater, slowRetryMs, type StepContext } from '../step.ts';
import { answer } from './take-command.ts';

/** An order that waits for its connection looks again after this, should nobody wake it. */
const waitingRetryMs = 15 * 60_000;

/**
 * Enters a step that failed although it was retried. Whatever isn't a failed activity is a fault of
 * the program: it is thrown on and fails the workflow task, where `doctor` and the Web UI show it.
 */
export function takeFailure(context: StepContext, step: StepName, error: unknown): void {
  if (!(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  const details = failureDetails(error);
  const type = cause instanceof ApplicationFailure ? cause.type : undefined;
  const { state } = context;
  // The last attempt's failure says nothing of the attempts before it: one of them may have been
  // carried out although its answer was lost. A reading before the next write costs little.
  remember(state, step);
  // A look that ran out of time may have got as far as to put.
  if (step === 'look' && cause instanceof TimeoutFailure) remember(state, 'put');
  if (step === 'note' && (isFinal(state.stage) || type !== failureTypes.incident)) {
    // An order's own way doesn't depend on a note.
    const text = details?.text ?? error.message;
    tell(state, nowOf(context), `A note could not be left at the source: ${text}`);
    if (state.notes !== undefined) state.notes.pending = [];
    return;
  }
  if (type === failureTypes.incident && details?.incident !== undefined) {
    waitForConnection(context, step, details);
  } else if (step === 'attach') {
    goWithoutSlip(context, details, error.message);
  } else if (type === failureTypes.attention && details?.attention !== undefined) {
    needAttention(context, step, details);
  } else {
    keepFailing(context, step, details?.text ?? error.message);
  }
}

/** A step succeeded: nothing is uncertain about it, and its system answers. */
export function takeSuccess(context: StepContext, step: StepName): void {
  const { state } = context;
  state.uncertain = state.uncertain.filter((one) => one !== step);
  if (state.waiting?.step === step) {
    tell(state, nowOf(context), `${state.waiting.system} answers again.`);
    delete state.waiting;
  }
  state.attention = state.attention.filter(
    (one) => one.kind !== 'keeps failing' || state.failingStep !== step,
  );
  if (state.failingStep === step) delete state.failingStep;
}

/** The connection's trouble is over: what waited for it is tried now. */
export function takeWake(state: OrderState): void {
  if (state.waiting === undefined) return;
  delete state.blocked[state.waiting.step];
  const isMoot = state.waiting.step === 'attach' && missingSlip(state) === undefined;
  if (isMoot) delete state.waiting;
}

function waitForConnection(context: StepContext, step: StepName, details: FailureDetails): void {
  const { state, names } = context;
  const now = nowOf(context);
  if (state.waiting === undefined) {
    tell(state, now, `Waiting for ${details.system}: ${details.text}`);
  }
  state.waiting = {
    // 0.1.0 told the system's name only.
    end: details.end ?? (details.system === names.source ? 'source' : 'warehouse'),
    system: details.system,
    since: state.waiting?.since ?? now,
    text: details.text,
    step,
  };
  block(context, step, waitingRetryMs);
  const text = `Waiting for ${details.system}: ${details.text} It is done as soon as it answers.`;
  answerAll(state, 'accepted', text);
}

function needAttention(context: StepContext, step: StepName, details: FailureDetails): void {
  const { state } = context;
  const { kind, faults } = details.attention ?? { kind: 'bad input' as const, faults: [] };
  const text = faults.length === 0 ? details.text : problemsInWords(faults);
  const todo = faults.length === 0 ? 'Correct it, then `resend`.' : todosInWords(faults);
  raise(
    state,
    kind,
    nowOf(context),
    text,
    `${todo} It is tried again every hour.`,
    subjectsOf(faults),
  );
  if (step === 'put' || step === 'look') {
    state.refusedHash = state.newest?.hash ?? '';
    retryLater(context, slowRetryMs);
  } else {
    block(context, step, slowRetryMs);
  }
  answerAll(state, 'refused', text);
}

/** The order goes on, and nobody's command was about this alone. */
function goWithoutSlip(
  context: StepContext,
  details: FailureDetails | undefined,
  otherwise: string,
): void {
  const { state, names } = context;
  const faults = details?.attention?.faults ?? [];
  const why = faults.length === 0 ? (details?.text ?? otherwise) : problemsInWords(faults);
  const todo = faults.length === 0 ? '' : `${todosInWords(faults)} `;
  raise(
    state,
    'packing slip',
    nowOf(context),
    `${names.warehouse}’s order is without its packing slip. ${why}`,
    `${todo}It is tried again every hour, when the order changes, or at once with \`resend\`; the order goes on meanwhile. \`acknowledge\` lets it go without.`,
  );
  block(context, 'attach', slowRetryMs);
}

function keepFailing(context: StepContext, step: StepName, text: string): void {
  const { state } = context;
  state.failingStep = step;
  raise(
    state,
    'keeps failing',
    nowOf(context),
    text,
    'It is tried again every hour, or at once with `resend`. If it lasts, ask the vendor with these words.',
  );
  block(context, step, slowRetryMs);
  answerAll(state, 'accepted', `${text} It is tried again every hour.`);
}

/** Answers whoever waits for a step's outcome. */
function answerAll(state: OrderState, outcome: 'refused' | 'accepted', text: string): void {
  for (const message of ['resend', 'cancel', 'report'] as const) {
    answer(state, message, { outcome, text });
  }
}
