import { choice, toggle } from '../fields/choice.ts';
import { interval } from '../fields/duration.ts';
import { section } from '../fields/list.ts';
import { percentage } from '../fields/number.ts';
import { secret } from '../fields/text.ts';

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

/** `webhooks`: what lets the vendors call. */
export const webhooks = section('Calls from the warehouse when an order’s status changes.', {
  token: secret(
    'The word that Ongoing sends with each call, as entered at its webhook.',
    '${NORDLYS_ONGOING_WEBHOOK_TOKEN}',
  ),
});
