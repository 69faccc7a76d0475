import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createFloor } from '../../sandbox/demonstration/floor.ts';
import { planFor, restBefore } from '../../sandbox/demonstration/floor-plan.ts';
import { createOngoing } from '../../sandbox/ongoing/ongoing.ts';
import { order } from './warehouse-caller.ts';

const pace = { leastMs: 1_000, mostMs: 4_000 };
const start = Date.parse('2026-11-22T08:00:00Z');

/** A warehouse with orders of these numbers, and a clock that can be moved. */
function warehouse(numbers: readonly string[]) {
  const clock = { now: start };
  const ongoing = createOngoing({ now: () => clock.now });
  for (const articleNumber of ['A1', 'A2']) ongoing.addArticle({ articleNumber });
  for (const orderNumber of numbers) {
    const body = JSON.stringify(order({ orderNumber }));
    const reply = ongoing.handle({
      method: 'PUT',
      path: '/nord/api/v1/orders',
      query: new URLSearchParams(),
      headers: {
        'content-type': 'application/json',
        'content-length': String(body.length),
        authorization: `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`,
      },
      body,
    });
    expect(reply.status).toBe(201);
  }
  return { clock, ongoing };
}

/** Lets the floor work in steps of 100 ms; gives the statuses that each order was seen in. */
function work(numbers: readonly string[], seed: number): Map<string, number[]> {
  const { clock, ongoing } = warehouse(numbers);
  const floor = createFloor(ongoing, { pace, seed });
  const seen = new Map<string, number[]>(numbers.map((number) => [number, [200]]));
  for (let step = 0; step < 250; step += 1) {
    clock.now += 100;
    floor.step();
    for (const { number, status } of ongoing.orders()) {
      const statuses = seen.get(number);
      if (statuses?.at(-1) !== status) statuses?.push(status);
    }
  }
  return seen;
}

describe('the floor', () => {
  const numbers = Array.from({ length: 60 }, (_, index) => String(10_000 + index));

  test('ships every order, along its plan', () => {
    const seen = work(numbers, 1);
    for (const number of numbers)
      expect(seen.get(number)).toEqual([200, ...planFor(1, number).path]);
  });

  test('shows every variety: with 450, without, ending at 450, straight to 500', () => {
    const paths = new Set([...work(numbers, 1).values()].map((path) => path.slice(1).join()));
    expect(paths).toEqual(
      new Set(['300,320,400,450,500', '300,320,400,450', '300,320,400,500', '300,500']),
    );
    const plans = numbers.map((number) => planFor(1, number));
    expect(plans.some((plan) => plan.earlyWaybill !== undefined)).toBe(true);
    expect(plans.some((plan) => plan.departure.waybills?.length === 0)).toBe(true);
    expect(plans.some((plan) => plan.departure.returnParcels?.length === 1)).toBe(true);
  });

  test('does the same again for the same seed, and other things for another', () => {
    expect(work(numbers, 7)).toEqual(work(numbers, 7));
    expect(work(numbers, 7)).not.toEqual(work(numbers, 8));
  });

  test('plans and rests stay within their bounds', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ minLength: 1, maxLength: 50 }), (seed, number) => {
        const plan = planFor(seed, number);
        expect([...plan.path]).toEqual(plan.path.toSorted((a, b) => a - b));
        for (const status of plan.path) {
          const rest = restBefore(pace, seed, number, status);
          expect(rest).toBeGreaterThanOrEqual(pace.leastMs);
          expect(rest).toBeLessThanOrEqual(pace.mostMs);
        }
      }),
    );
  });

  test('goes on after a restart, and leaves alone what is not its work', () => {
    const { clock, ongoing } = warehouse(['1', '2']);
    ongoing.addForeignOrder('99', null);
    createFloor(ongoing, { pace, seed: 1 }).step();
    ongoing.cancelByWarehouse('2');
    for (let step = 0; step < 10; step += 1) {
      clock.now += pace.mostMs;
      createFloor(ongoing, { pace, seed: 1 }).step();
    }
    expect(ongoing.order('1')?.status).toBe(planFor(1, '1').path.at(-1));
    expect(ongoing.order('2')?.status).toBe(1000);
    expect(ongoing.order('99')?.status).toBe(200);
    expect(ongoing.order('1')?.parcels.length).toBeGreaterThan(0);
    expect(ongoing.order('1')?.shippedAt).not.toBeNull();
  });

  test('works by itself once started, until stopped', async () => {
    const { clock, ongoing } = warehouse(['1']);
    let changes = 0;
    const floor = createFloor(ongoing, {
      pace: { leastMs: 20, mostMs: 20 },
      changed: () => (changes += 1),
    });
    floor.start();
    clock.now += 1_000;
    await expect.poll(() => ongoing.order('1')?.status).toBeGreaterThanOrEqual(300);
    floor.stop();
    expect(changes).toBeGreaterThan(0);
  });
});
