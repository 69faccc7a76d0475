import { choice, toggle } from './choice.ts';
import { interval } from './duration.ts';
import { section } from './list.ts';
import { percentage } from './number.ts';

/** The two keys that every process has. */
export const switchAndInterval = (does: string, enabled: boolean, every: string) => ({
  enabled: toggle(`Whether ${does}.`).prefault(String(enabled)),
  every: interval('How often.').prefault(every),
});

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
