import type { OperatorAnswer } from '../../../src/domain/order-messages.ts';
import type { OperatorMessage } from '../../../src/domain/names.ts';
import { isFinal, moveTo } from '../../../src/domain/stage.ts';
import type { Command, OrderState } from '../state/order-state.ts';
import { tell } from '../state/story.ts';
import type { OrderNames } from '../words/order-words.ts';
import { giveUpSlip } from '../packing-slip.ts';

/** Takes in what an operator asks for. What can be answered at once is; the rest is a step's work. */
export function takeCommand(
  state: OrderState,
  command: Command,
  names: OrderNames,
  nowMs: number,
): void {
  const now = new Date(nowMs).toISOString();
  const asked = command.by === undefined ? 'asked for' : `asked for by ${command.by}`;
  const why = command.reason === undefined ? '' : `: ${command.reason}`;
  tell(state, now, `\`${command.message}\` ${asked}${why}.`);
  if (isFinal(state.stage)) {
    command.answer = { outcome: 'refused', text: `The order is already ${state.stage}.` };
    return;
  }
  state.commands.push(command);
  switch (command.message) {
    case 'resend':
      state.wants.fetch = 'asked for';
      state.wants.put = 'asked for';
      delete state.refusedHash;
      delete state.slip;
      state.blocked = {};
      break;
    case 'cancel':
      state.wants.cancel = { by: 'operator', at: now };
      delete state.blocked.cancel;
      break;
    case 'acknowledge': {
      const kinds = state.attention.map(({ kind }) => kind);
      if (kinds.includes('packing slip')) giveUpSlip(state);
      state.attention = [];
      answer(state, 'acknowledge', {
        outcome: 'done',
        text: kinds.length === 0 ? 'Nothing needed attention.' : `Settled: ${kinds.join(', ')}.`,
      });
      break;
    }
    case 'report':
      takeReport(state, names);
      break;
    case 'release':
      moveTo(state, 'released');
      state.ended = { at: now, text: 'Released by an operator: it is no longer followed.' };
      state.attention = [];
      answer(state, 'release', { outcome: 'done', text: state.ended.text });
      break;
  }
}

/** Answers every command of this kind that still waits. */
export function answer(state: OrderState, message: OperatorMessage, given: OperatorAnswer): void {
  for (const command of state.commands) {
    if (command.message === message) command.answer ??= given;
  }
  state.commands = state.commands.filter((command) => command.answer === undefined);
}

function takeReport(state: OrderState, names: OrderNames): void {
  const phase = state.warehouse?.phase;
  if (phase !== 'shipped' && phase !== 'returned') {
    answer(state, 'report', {
      outcome: 'refused',
      text: `The warehouse hasn’t shipped it${
        state.warehouse === undefined ? '' : ` (status ${state.warehouse.statusNumber})`
      }, so there is nothing to report to ${names.source}.`,
    });
    return;
  }
  state.wants.report = 'asked for';
  delete state.reportNotBefore;
  delete state.blocked.report;
}
