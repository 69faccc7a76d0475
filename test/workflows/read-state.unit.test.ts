import { describe, expect, test } from 'vitest';

import { Unreadable } from '../../src/domain/reading/read.ts';
import { readState } from '../../workflows/order/state/read-state.ts';
import { storedHistories } from '../replay/stored-histories.ts';
import { at, held, snapshot, state } from './states.ts';

/** A state as Crossdock 0.1.0 handed it over, of an order of which nothing was known. */
const first = {
  version: 1,
  stage: 'importing',
  story: [],
  attention: [],
  known: false,
  reopens: false,
  putAgain: false,
  refetch: false,
  markPending: false,
  holdReport: false,
  reportForced: false,
  uncertain: [],
  blocked: {},
  commands: [],
  nextCommandId: 1,
  cancelRefused: false,
};

describe('a state of 0.1.0 is upgraded', () => {
  test.each([
    ['nothing known', {}, { look: 'not seen yet' }],
    ['known', { known: true }, {}],
    [
      'resent',
      { known: true, putAgain: true, refetch: true },
      { fetch: 'asked for', put: 'asked for' },
    ],
    ['faulty', { refetch: true }, { look: 'not seen yet', fetch: 'faulty' }],
    ['opened again', { known: true, reopens: true }, { reopen: 'wanted again' }],
    ['to be marked', { known: true, markPending: true }, { mark: 'sent' }],
    ['held', { known: true, holdReport: true }, { report: 'not by itself' }],
    ['reported by force', { known: true, reportForced: true }, { report: 'asked for' }],
    [
      'to be cancelled',
      { known: true, cancel: { by: 'source', status: 'Draft', at: at(0) } },
      { cancel: { by: 'source', status: 'Draft', at: at(0) } },
    ],
  ])('%s', (_, flags, wants) => {
    expect(readState({ ...first, ...flags })).toMatchObject({ version: 2, wants });
    expect(readState({ ...first, ...flags }).wants).toEqual(wants);
  });

  test('with all that it knew, and without what nobody needs', () => {
    const known = {
      newest: snapshot(),
      sent: { hash: 'a', rows: ['1', '2'], at: at(0) },
      warehouse: held('picked'),
      warehouseOrderId: '88213',
      begun: { at: at(0), status: 300 },
      blocked: { report: at(1) },
    };
    const read = readState({ ...first, ...known, cancelRefused: true, later: 'something' });
    expect(read).toMatchObject(known);
    expect(read).not.toHaveProperty('cancelRefused');
    expect(read).not.toHaveProperty('later');
  });

  test('as it stands in a history', () => {
    const pressed = storedHistories().find(({ name }) => name === 'cancel-pressed-again');
    const [event] = (pressed as any).history.events;
    const start = event.workflowExecutionStartedEventAttributes;
    const input = Buffer.from(start.input.payloads[0].data, 'base64').toString('utf8');
    const stored = JSON.parse(input).state;
    expect(stored).toMatchObject({ version: 1, cancelRefused: true });
    expect(readState(stored)).toMatchObject({ version: 2, stage: 'in warehouse', wants: {} });
  });
});

describe('a state that can’t be read is refused in words', () => {
  test('of a later version', () => {
    expect(() => readState({ ...state(), version: 3 })).toThrow(
      'This order’s state has version 3, and this worker understands 1 and 2.',
    );
  });

  test('that is broken: the place is named, never the value', () => {
    const broken = { ...state(), newest: { ...snapshot(), hash: 17 } };
    expect(() => readState(broken)).toThrow(Unreadable);
    expect(() => readState(broken)).toThrow('state.newest.hash isn’t a text');
    expect(() => readState(undefined)).toThrow('state isn’t an object');
  });
});
