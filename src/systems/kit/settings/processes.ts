import type { Sync } from '../../../domain/syncs/syncs.ts';
import { choice, toggle } from './choice.ts';
import { interval } from './duration.ts';
import { field } from './field.ts';
import { mapping, section } from './list.ts';
import { percentage } from './number.ts';

/** The two keys that every process has. */
export const switchAndInterval = (does: string, enabled: boolean, every: string) => ({
  enabled: toggle(`Whether ${does}.`).prefault(String(enabled)),
  every: interval('How often.').prefault(every),
});

/** What the two keys say of each process. */
export const processSettings = <Name extends Sync>(
  sections: Readonly<Record<Name, { readonly enabled: boolean; readonly every: number }>>,
) =>
  Object.fromEntries(
    Object.entries<{ readonly enabled: boolean; readonly every: number }>(sections).map(
      ([name, { enabled, every }]) => [name, { enabled, everyMs: every }] as const,
    ),
  );

/**
 * `shipments.reportAt`: from which warehouse status an order counts as shipped. Which words and
 * numbers there are is for the warehouse to say.
 */
export const reportAt = (description: string) =>
  field({ description, type: 'name from `warehouse.statuses`, or a number' }, (raw) =>
    raw.trim(),
  ).prefault('shipped');

/** A warehouse field that is filled, by its name. */
export const fieldName = field(
  { description: 'The warehouse field that is filled.', type: 'warehouse field' },
  (raw) => raw.trim(),
);

/** `extraFields`: the source's field, and the warehouse field that gets it. Each end knows its own. */
export const extraFields = (description: string, example: string) =>
  mapping(description, fieldName, {
    type: 'mapping: source path to warehouse field',
    example,
  }).prefault({});

/** `orders.notify`: whom the warehouse tells about the delivery. */
export const notify = section('Whether the warehouse tells the consignee of the delivery.', {
  email: toggle('By e-mail.').prefault('false'),
  sms: toggle('By SMS.').prefault('false'),
  phone: toggle('By telephone.').prefault('false'),
});

/** `stock`: stock levels from the warehouse to the source. */
export const stock = (enabled: boolean, quantity: 'physical' | 'sellable') =>
  section('Stock levels, from the warehouse to the source.', {
    ...switchAndInterval('stock levels are written to the source', enabled, '15m'),
    quantity: choice(
      'Which figure: what is physically there (for a source that subtracts open orders itself), or what may still be sold (open orders taken off).',
      ['physical', 'sellable'],
    ).prefault(quantity),
    maxShareToZero: percentage(
      'A run that would set more than this share of the articles to zero writes nothing and asks.',
    ).prefault('20%'),
  });
