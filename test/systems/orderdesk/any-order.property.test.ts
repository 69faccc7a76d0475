import fc from 'fast-check';
import { LosslessNumber } from 'lossless-json';
import { expect, test } from 'vitest';

import { componentsOf } from '../../../src/systems/orderdesk/mapping/code-match.ts';
import { mapOrder } from '../../../src/systems/orderdesk/mapping/order.ts';
import { anyOrder } from '../../../src/systems/orderdesk/schema/order.ts';
import { item, settingsFor, storeOrder } from './store-order.ts';

/** What PHP may put in any place. */
const anything = fc.oneof(
  fc.constantFrom(null, '', '0', 'NaN', true, [], {}, [[]], { a: {} }),
  fc.string(),
  fc.integer().map((number) => new LosslessNumber(String(number))),
);
const oddly = (members: Readonly<Record<string, unknown>>, except: readonly string[]) =>
  fc.record(
    Object.fromEntries(
      Object.entries(members).map(([name, value]) => [
        name,
        except.includes(name)
          ? fc.constant(value)
          : fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, anything),
      ]),
    ),
  );

/** Whether it was read, or says where not; mapped, or says why not; and what was mapped is sound. */
function verdictOn(odd: unknown): { readonly id: string; readonly isSettled: boolean } {
  const order = anyOrder.parse(odd);
  const { id } = order;
  if ('unreadable' in order) return { id, isSettled: order.unreadable !== '' };
  const result = mapOrder(order, settingsFor(), () => undefined, '2026-11-22');
  if (result.kind === 'faults') return { id, isSettled: result.faults.length > 0 };
  if (result.kind !== 'order') return { id, isSettled: true };
  const { lines, consignee } = result.order;
  const isSound =
    lines.every(({ quantity }) => Number(quantity) > 0) &&
    /^[A-Z]{2}$/.test(consignee.countryCode ?? '');
  return { id, isSettled: isSound };
}

test('whatever stands in an order, it is mapped or has faults, and never spoils the others', () => {
  const oddItem = oddly(item(), []);
  const oddOrder = fc
    .tuple(oddly(storeOrder(), ['id', 'order_items']), fc.array(oddItem, { maxLength: 3 }))
    .map(([order, items]) => ({ ...order, order_items: items }));
  fc.assert(
    fc.property(oddOrder, (odd) => {
      expect(verdictOn(odd)).toEqual({ id: '4091036031', isSettled: true });
    }),
    { numRuns: 500 },
  );
});

test('a bundle’s articles are each there once, with as many as were written', () => {
  const number = fc.constantFrom('A', 'B', 'C', 'D-1');
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 12 }), (numbers) => {
      const components = componentsOf('SET', { SET: numbers.join(' , ') });
      const counted = Object.fromEntries(
        components.map(({ articleNumber, times }) => [articleNumber, times]),
      );
      expect(components).toHaveLength(new Set(numbers).size);
      for (const one of new Set(numbers)) {
        expect(counted[one]).toBe(numbers.filter((other) => other === one).length);
      }
    }),
  );
});
