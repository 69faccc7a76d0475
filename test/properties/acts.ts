import fc from 'fast-check';

import type { OperatorMessage } from '../../src/domain/names.ts';
import type { OrderStatus } from '../../src/systems/24sevenoffice/contract/order-status.ts';
import type { OperationPattern } from '../../sandbox/faults.ts';

/** How many orders live at once in one run of the property. */
export const ordersAtOnce = 4;

/** One thing that happens to the world; `order` says which of the run's orders is meant. */
export type Act =
  | { readonly kind: 'place'; readonly order: number; readonly foreign: boolean }
  | { readonly kind: 'edit'; readonly order: number; readonly row: number; readonly to: number }
  | { readonly kind: 'status'; readonly order: number; readonly status: OrderStatus }
  | { readonly kind: 'warehouse'; readonly order: number; readonly status: number }
  | {
      readonly kind: 'operator';
      readonly order: number;
      readonly message: OperatorMessage;
      readonly as: 'signal' | 'update';
    }
  | { readonly kind: 'press cancel'; readonly order: number }
  | { readonly kind: 'stale snapshot'; readonly order: number }
  | { readonly kind: 'import' }
  | { readonly kind: 'track' }
  | { readonly kind: 'settle' }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'down'; readonly vendor: Vendor; readonly forActs: number }
  | { readonly kind: 'restart workers' };

export type Vendor = '24sevenoffice' | 'ongoing';

export interface Fault {
  readonly vendor: Vendor;
  readonly operation: OperationPattern;
  readonly kind: 'lost' | 'reset';
  readonly times: number;
}

const order = fc.nat(ordersAtOnce - 1);
const constant = <Value extends string>(value: Value) => fc.constant(value);

const place = fc.record({
  kind: constant('place'),
  order,
  foreign: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});
const edit = fc.record({
  kind: constant('edit'),
  order,
  row: fc.nat(2),
  to: fc.integer({ min: 1, max: 9 }),
});
const status = fc.record({
  kind: constant('status'),
  order,
  status: fc.constantFrom<OrderStatus>(
    'Confirmed',
    'Confirmed',
    'Inactive',
    'Draft',
    'Invoiced',
    'ForInvoicing',
  ),
});
const warehouse = fc.record({
  kind: constant('warehouse'),
  order,
  status: fc.constantFrom(200, 300, 320, 400, 450, 450, 500, 800, 1000),
});
const operator = fc.record({
  kind: constant('operator'),
  order,
  message: fc.constantFrom<OperatorMessage>('resend', 'resend', 'cancel', 'acknowledge', 'report'),
  as: fc.constantFrom('signal' as const, 'update' as const),
});
const fault: fc.Arbitrary<Fault> = fc
  .tuple(
    fc.constantFrom(
      ['ongoing', 'PUT /orders'] as const,
      ['ongoing', 'DELETE /orders/{orderId}'] as const,
      ['ongoing', 'GET /orders*'] as const,
      ['24sevenoffice', 'SaveInvoices'] as const,
      ['24sevenoffice', 'GetInvoices'] as const,
    ),
    fc.constantFrom('lost' as const, 'lost' as const, 'reset' as const),
    fc.integer({ min: 1, max: 2 }),
  )
  .map(([[vendor, operation], kind, times]) => ({ vendor, operation, kind, times }));

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: place },
  { weight: 5, arbitrary: edit },
  { weight: 5, arbitrary: status },
  { weight: 8, arbitrary: warehouse },
  { weight: 5, arbitrary: operator },
  { weight: 1, arbitrary: fc.record({ kind: constant('press cancel'), order }) },
  { weight: 2, arbitrary: fc.record({ kind: constant('stale snapshot'), order }) },
  { weight: 7, arbitrary: fc.record({ kind: constant('import') }) },
  { weight: 7, arbitrary: fc.record({ kind: constant('track') }) },
  { weight: 5, arbitrary: fc.record({ kind: constant('settle') }) },
  { weight: 3, arbitrary: fc.record({ kind: constant('fault'), fault }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: constant('down'),
      vendor: fc.constantFrom<Vendor>('24sevenoffice', 'ongoing'),
      forActs: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: constant('restart workers') }) },
);

/** Any sequence of acts on orders that have been placed. */
export const days: fc.Arbitrary<readonly Act[]> = fc
  .array(act, { minLength: 10, maxLength: 40, size: 'max' })
  .map((acts) => [
    ...Array.from({ length: ordersAtOnce }, (_, index) => ({
      kind: 'place' as const,
      order: index,
      foreign: false,
    })),
    { kind: 'import' as const },
    ...acts,
  ]);
