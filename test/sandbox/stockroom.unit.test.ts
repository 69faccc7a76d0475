import { describe, expect, test } from 'vitest';

import { createOngoing } from '../../sandbox/ongoing/ongoing.ts';
import { createStockroom } from '../../sandbox/demonstration/stockroom.ts';

const numbers = ['TS-1', 'TS-2', 'TS-3'];
const everyMs = 20_000;

/** A warehouse with three articles that nothing has come of yet, and a clock that can be moved. */
function warehouse(seed = 1) {
  const clock = { now: Date.parse('2026-11-22T08:00:00Z') };
  const ongoing = createOngoing({ now: () => clock.now });
  for (const articleNumber of numbers) ongoing.addArticle({ articleNumber });
  const stockroom = createStockroom(ongoing, { seed, everyMs });
  const stocks = () => ongoing.articles().map(({ numberOfItems }) => Number(numberOfItems));
  return { clock, ongoing, stockroom, stocks };
}

/** What lies there after each of so many turns. */
function turns(count: number, seed: number): number[][] {
  const { clock, stockroom, stocks } = warehouse(seed);
  return Array.from({ length: count }, () => {
    stockroom.step();
    clock.now += everyMs;
    return stocks();
  });
}

describe('the stockroom', () => {
  test('receives goods for articles that have none, at once', () => {
    const { ongoing, stockroom, stocks } = warehouse();
    expect(stocks()).toEqual([0, 0, 0]);
    expect(stockroom.step()).toBe(3);
    expect(stocks().every((stock) => stock >= 40)).toBe(true);
    expect(stockroom.step()).toBe(0);
    ongoing.setStock('TS-2', '0');
    expect(stockroom.step()).toBe(1);
    expect(stocks()[1]).toBeGreaterThan(0);
  });

  test('changes at most one article at each turn, and none within it', () => {
    const { clock, stockroom, stocks } = warehouse();
    stockroom.step();
    const changed: number[] = [];
    for (let turn = 0; turn < 30; turn += 1) {
      const before = stocks();
      clock.now += everyMs;
      stockroom.step();
      const after = stocks();
      changed.push(after.filter((stock, index) => stock !== before[index]).length);
      expect(stockroom.step()).toBe(0);
    }
    expect(new Set(changed)).toEqual(new Set([0, 1]));
  });

  test('has deliveries and counts, which find less or more', () => {
    const stocks = turns(40, 1);
    const steps = stocks.flatMap((now, turn) =>
      now.map((stock, index) => stock - (stocks[turn - 1]?.[index] ?? stock)),
    );
    expect(steps.some((by) => by >= 40)).toBe(true);
    expect(steps.some((by) => by < 0)).toBe(true);
    expect(Math.min(...stocks.flat())).toBeGreaterThanOrEqual(0);
  });

  test('does the same again for the same seed', () => {
    expect(turns(20, 3)).toEqual(turns(20, 3));
    expect(turns(20, 3)).not.toEqual(turns(20, 4));
  });

  test('looks after every goods owner', () => {
    const login = { username: 'sandbox', password: 'sandbox' };
    const ongoing = createOngoing({
      accounts: [
        { ...login, warehouse: 'nord', goodsOwners: [{ id: 101, name: 'Nordlys AS' }] },
        { ...login, warehouse: 'syd', goodsOwners: [{ id: 201, name: 'Havna' }] },
      ],
    });
    for (const goodsOwnerId of [101, 201]) {
      ongoing.addArticle({ articleNumber: 'TS-9', goodsOwnerId });
    }
    expect(createStockroom(ongoing).step()).toBe(2);
    const stocks = [101, 201].map((owner) => ongoing.article('TS-9', owner)?.numberOfItems);
    expect(stocks.every((stock) => Number(stock) >= 40)).toBe(true);
  });

  test('does nothing where there are no articles', () => {
    expect(createStockroom(createOngoing()).step()).toBe(0);
  });
});
