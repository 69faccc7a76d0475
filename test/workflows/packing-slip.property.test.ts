import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nextStep } from '../../workflows/order/next-step.ts';
import type { OrderState } from '../../workflows/order/state/order-state.ts';
import { anyState, at, minute, nowMs } from './states.ts';

const url = 'https://slips.example/10482.pdf?key=1';
const slip = { url, warehouseOrderId: '88213' };
const next = (of: OrderState) => nextStep(of, nowMs);

describe('in every state', () => {
  const withAndWithout = fc
    .tuple(anyState, fc.boolean(), fc.boolean())
    .map(([of, isThere, isAttached]) => {
      const { newest } = of;
      const named =
        newest?.order === undefined ? undefined : { ...newest.order, packingSlipUrl: url };
      const without: OrderState = { ...of, ...(isThere ? { warehouseOrderId: '88213' } : {}) };
      const having: OrderState = {
        ...without,
        ...(newest === undefined || named === undefined
          ? {}
          : { newest: { ...newest, order: named } }),
        ...(isAttached ? { slip } : {}),
      };
      return { without, having };
    });
  /** States in which it doesn't hold. */
  const exception = (check: (states: { without: OrderState; having: OrderState }) => boolean) =>
    fc.check(fc.property(withAndWithout, check), { numRuns: 2_000 }).counterexample;

  test('a packing slip never comes before a report, a cancellation, a reading or a put', () => {
    const found = exception(({ without, having }) => {
      const [plain, slipped] = [next(without), next(having)];
      const first = plain.kind === 'step' && ['report', 'cancel', 'refetch', 'look', 'put'];
      return (
        !first || !first.includes(plain.step) || JSON.stringify(plain) === JSON.stringify(slipped)
      );
    });
    expect(found).toBeNull();
  });

  test('one that waits for its next try changes nothing that is done now', () => {
    const found = exception(({ without, having }) => {
      having.blocked = { ...having.blocked, attach: at(minute) };
      const [plain, slipped] = [next(without), next(having)];
      return (
        plain.kind === slipped.kind &&
        (plain.kind !== 'step' || JSON.stringify(plain) === JSON.stringify(slipped))
      );
    });
    expect(found).toBeNull();
  });

  test('it goes only to an order that the warehouse holds as it is now', () => {
    const found = exception(({ having }) => {
      const does = next(having);
      if (does.kind !== 'step' || does.step !== 'attach') return true;
      return having.warehouseOrderId !== undefined && having.sent?.hash === having.newest?.hash;
    });
    expect(found).toBeNull();
  });
});
