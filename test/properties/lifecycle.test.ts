import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { stock, type Goods } from '../world/goods.ts';
import { World } from '../world/world.ts';
import { type Act, days } from './acts.ts';
import { Day } from './day.ts';
import { verdictOn } from './verdict.ts';

/** More by `CROSSDOCK_PROPERTY_RUNS`; the same again by `CROSSDOCK_PROPERTY_SEED`. */
const asked = process.env['CROSSDOCK_PROPERTY_RUNS'];
const runs = Number(asked ?? '15');
const seed = process.env['CROSSDOCK_PROPERTY_SEED'];
const mostPerRunMs = 60_000;
/** A usual test run stops here with what it has seen. */
const enoughMs = 70_000;

describe('whatever happens to an order', () => {
  let world: World;
  let goods: Goods;
  let aheadMs = 0;
  const advance = (milliseconds: number) => {
    aheadMs += milliseconds;
  };
  beforeAll(async () => {
    world = await World.open({ erp: { now: () => new Date(Date.now() + aheadMs) } });
    goods = stock(world);
  });
  afterAll(async () => await world.close());

  test(
    'it ends or rests where both ends agree, or somebody is asked',
    async () => {
      const property = fc.asyncProperty(days, async (acts: readonly Act[]) => {
        const day = new Day(world, goods, advance);
        await day.play(acts);
        await day.calmDown();
        const verdicts = await Promise.all(
          day.orders.map(async (order) => await verdictOn(world, order)),
        );
        const problems = verdicts.flat();
        if (problems.length > 0) throw new Error(problems.join('\n'));
      });
      const outcome = await fc.check(property, {
        numRuns: runs,
        // Most of what goes wrong here is a race: a shorter day seldom repeats it.
        endOnFailure: true,
        ...(seed === undefined ? {} : { seed: Number(seed) }),
        ...(asked === undefined ? { plugins: [fc.interruptAfterTimeLimit(enoughMs)] } : {}),
      });
      const words = `${String(outcome.errorInstance)}\n${fc.defaultReportMessage(outcome) ?? ''}`;
      expect(outcome.failed ? words : 'it held').toBe('it held');
    },
    enoughMs + mostPerRunMs * Math.max(2, runs),
  );
});
