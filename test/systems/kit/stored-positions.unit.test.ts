import { describe, expect, test } from 'vitest';

import { SystemFailure } from '../../../src/domain/system-failure.ts';
import { parsePosition as positionAt24SevenOffice } from '../../../src/systems/24sevenoffice/feeds/feed-position.ts';
import { Seen, seenAs } from '../../../src/systems/kit/feeds/seen.ts';
import { parsePosition as positionAtOrderDesk } from '../../../src/systems/orderdesk/orders/feed-position.ts';

/** As 0.1.0 stored it in the result of a run (`test/histories/import-run.json`). */
const complete = {
  version: 1,
  cursor: '2026-11-22T00:56:57.000Z',
  seen: [
    ['10004', '06ca9f24b8a4', '2026-11-22T00:57:00.000Z'],
    ['10002', 'de08bf65162f', '2026-11-22T00:56:00.000Z'],
  ],
  wideAt: '2026-11-22T00:53:41.000Z',
};
/** As 0.1.0 stored them between the pages of a run. */
const first = { version: 1, seen: [] };
const ofPages = {
  ...complete,
  run: {
    startedAt: '2026-11-22T00:58:00.000Z',
    changedAfter: '2026-11-21T21:56:57.000Z',
    first: false,
    wide: true,
    afterId: 10_200,
  },
};
const ofLists = {
  ...complete,
  run: {
    startedAt: '2026-11-22T00:58:00.000Z',
    wide: false,
    list: 'modified',
    offset: 200,
    lastId: '4091036031',
  },
};

describe('a position that 0.1.0 stored is read as it is', () => {
  test.each([first, complete, ofPages])('at 24SevenOffice: %j', (stored) => {
    expect(positionAt24SevenOffice(stored, 'orders')).toStrictEqual(stored);
  });

  test.each([first, complete, ofLists])('at Order Desk: %j', (stored) => {
    expect(positionAtOrderDesk(stored)).toStrictEqual(stored);
  });

  test('with what was handed out, so that nothing comes again', () => {
    const snapshot = ['2026-11-22T00:57:00.000Z', 'Confirmed', 'pulled', 'c6ae3b8f9fd83b53', []];
    // The hash that 0.1.0 made of these facts.
    const stored = seenAs('10004', '2026-11-22T00:57:00.000Z', snapshot);
    expect(stored[1]).toBe('07d4db17fec9');
    const seen = new Seen([stored], 60_000);
    expect(seen.fresh([{ entry: 'order', seen: stored }])).toEqual([]);
    expect(seen.after('2026-11-22T00:57:30.000Z')).toEqual([stored]);
    expect(seen.after('2026-11-22T00:58:30.000Z')).toEqual([]);
  });
});

test.each<[string, () => unknown]>([
  ['24SevenOffice’s products', () => positionAt24SevenOffice({ version: 2 }, 'products')],
  ['Order Desk’s orders', () => positionAtOrderDesk({ from: '2026-11-22T00:48:57.000Z' })],
])('a position in %s that is another’s is refused, not taken for none', (what, read) => {
  expect(read).toThrow(
    `The stored position in ${what} can’t be read by this version of Crossdock.`,
  );
  expect(read).toThrow(SystemFailure);
});
