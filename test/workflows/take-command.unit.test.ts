import { describe, expect, test } from 'vitest';

import type { OperatorMessage } from '../../src/domain/names.ts';
import type { Command, OrderState } from '../../workflows/order/state/order-state.ts';
import { answer, takeCommand } from '../../workflows/order/take/take-command.ts';
import { at, held, minute, names, nowMs, state } from './states.ts';

function take(of: OrderState, message: OperatorMessage): Command {
  const command: Command = { id: of.nextCommandId, message, by: 'Ola', reason: 'wrong colour' };
  takeCommand(of, command, names, nowMs);
  return command;
}
const attention = [{ kind: 'cancel refused', since: at(0), text: '', todo: '' }] as const;

describe('what an operator asks for', () => {
  test.each(['resend', 'cancel', 'acknowledge', 'report', 'release'] as const)(
    '%s is refused after the end',
    (message) => {
      for (const stage of ['completed', 'cancelled', 'released'] as const) {
        const of = state({ stage });
        expect(take(of, message).answer).toMatchObject({ outcome: 'refused' });
        expect(of).toMatchObject({ stage, commands: [] });
      }
    },
  );

  test('stands in the story with who and why', () => {
    const of = state();
    take(of, 'cancel');
    expect(of.story.at(-1)?.text).toBe('`cancel` asked for by Ola: wrong colour.');
  });

  test('resend reads afresh, sends again and frees what waits', () => {
    const of = state({ refusedHash: 'a', blocked: { put: at(minute), report: at(minute) } });
    expect(take(of, 'resend').answer).toBeUndefined();
    expect(of).toMatchObject({ wants: { fetch: 'asked for', put: 'asked for' }, blocked: {} });
    expect(of.refusedHash).toBeUndefined();
  });

  test('cancel waits for the warehouse’s word', () => {
    const of = state({ blocked: { cancel: at(minute) } });
    expect(take(of, 'cancel').answer).toBeUndefined();
    expect(of.wants.cancel).toMatchObject({ by: 'operator' });
    expect(of.blocked).toEqual({});
  });

  test('acknowledge settles everything at once', () => {
    const of = state({ attention: [...attention] });
    expect(take(of, 'acknowledge').answer).toEqual({
      outcome: 'done',
      text: 'Settled: cancel refused.',
    });
    expect(of).toMatchObject({ attention: [], commands: [] });
  });

  test('report is refused while nothing has shipped', () => {
    for (const warehouse of [undefined, held('open'), held('picked'), held('cancelled')]) {
      const of = state(warehouse === undefined ? {} : { warehouse });
      expect(take(of, 'report').answer).toMatchObject({ outcome: 'refused' });
      expect(of.wants.report).toBeUndefined();
    }
    for (const phase of ['shipped', 'returned'] as const) {
      const of = state({
        warehouse: held(phase),
        wants: { report: 'not by itself' },
        blocked: { report: at(1) },
      });
      expect(take(of, 'report').answer).toBeUndefined();
      expect(of).toMatchObject({ wants: { report: 'asked for' }, blocked: {} });
    }
  });

  test('release ends it', () => {
    const of = state({ stage: 'in warehouse', attention: [...attention] });
    expect(take(of, 'release').answer).toMatchObject({ outcome: 'done' });
    expect(of).toMatchObject({ stage: 'released', attention: [] });
  });

  test('is answered once, all of a kind together', () => {
    const of = state();
    const [first, second, other] = [take(of, 'resend'), take(of, 'resend'), take(of, 'cancel')];
    answer(of, 'resend', { outcome: 'done', text: 'first' });
    answer(of, 'resend', { outcome: 'refused', text: 'second' });
    expect([first.answer?.text, second.answer?.text]).toEqual(['first', 'first']);
    expect(of.commands).toEqual([other]);
  });
});
