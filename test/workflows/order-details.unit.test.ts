import { describe, expect, test } from 'vitest';

import { orderDetails } from '../../workflows/order/words/order-details.ts';
import type { OrderState } from '../../workflows/order/state/order-state.ts';
import { at, held, minute, names, nowMs, snapshot, state } from './states.ts';

const inWarehouse: OrderState = state({
  stage: 'in warehouse',
  wants: {},
  newest: snapshot(),
  warehouseOrderId: '88213',
  warehouse: held('open', { statusText: 'Open' }),
  story: [{ at: at(0), text: 'In the warehouse | as order 88213\n(2 lines).' }],
});

describe('what an operator reads at the top of an order', () => {
  test('is where it is, at which number, and what comes next', () => {
    const text = orderDetails(inWarehouse, names, { kind: 'rest' });
    expect(text).toContain('**Order 10482: in warehouse.**');
    for (const word of ['88213', '200 (Open)', '2 lines', 'Bring 1202', '2026-01-20'])
      expect(text).toContain(word);
    expect(text).toContain('Next: reported to 24SevenOffice when it ships.');
  });

  test('holds nobody’s data', () => {
    for (const of of [inWarehouse, { ...inWarehouse, stage: 'importing' as const }]) {
      expect(orderDetails(of, names, { kind: 'rest' })).not.toContain('PERSONAL');
    }
  });

  test('has its times in the connection’s zone, summer and winter', () => {
    const inZone = (timeZone: string, story = inWarehouse.story) =>
      orderDetails({ ...inWarehouse, story }, { ...names, timeZone }, { kind: 'rest' });
    expect(inZone('Europe/Oslo')).toContain('| 15 Jan 13:00 |');
    expect(inZone('America/New_York')).toContain('| 15 Jan 07:00 |');
    const summer = [{ at: '2026-07-15T22:30:00.000Z', text: 'x' }];
    expect(inZone('Europe/Oslo', summer)).toContain('| 16 Jul 00:30 |');
  });

  test('says since when it needs attention, what is wrong and what to do', () => {
    const attention = [
      { kind: 'unknown article', since: at(-minute), text: 'Line 1.', todo: 'Give it a number.' },
    ] as const;
    const text = orderDetails({ ...inWarehouse, attention: [...attention] }, names, {
      kind: 'rest',
      until: at(15 * minute),
    });
    expect(text).toContain('**Needs attention since 15 Jan 12:59: unknown article.** Line 1.');
    expect(text).toContain('Give it a number.');
    expect(text).toContain('Next try: 15 Jan 13:15, or at once with `resend`.');
  });

  test('says for whom it waits, and that nothing is lost', () => {
    const waiting = {
      end: 'source',
      system: '24SevenOffice',
      since: at(0),
      text: 'It rejects the login.',
      step: 'report',
    } as const;
    const text = orderDetails({ ...inWarehouse, waiting }, names, { kind: 'rest' });
    expect(text).toContain('**Waiting for 24SevenOffice since 15 Jan 13:00.**');
  });

  test('ends with how it ended', () => {
    const ended = { at: new Date(nowMs).toISOString(), text: 'Reported to 24SevenOffice as Sent.' };
    const text = orderDetails({ ...inWarehouse, stage: 'completed', ended }, names, {
      kind: 'end',
    });
    expect(text).toContain('15 Jan 13:00: Reported to 24SevenOffice as Sent.');
    expect(text).not.toContain('Next:');
  });

  test('keeps a story’s words inside their table', () => {
    const text = orderDetails(inWarehouse, names, { kind: 'rest' });
    expect(text).toContain('In the warehouse \\| as order 88213 (2 lines).');
  });
});
