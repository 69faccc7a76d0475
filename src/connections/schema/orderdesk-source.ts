import { choice } from '../../systems/kit/settings/choice.ts';
import { section } from '../../systems/kit/settings/list.ts';
import { secret, text } from '../../systems/kit/settings/text.ts';
import { timeZone } from '../../systems/kit/settings/time.ts';
import { webAddress } from '../../systems/kit/settings/web-address.ts';

/** `source` of a connection with Order Desk. */
export const orderDeskSource = section('The customer’s store at Order Desk.', {
  system: choice('The source’s system.', ['orderdesk']),
  url: webAddress('The address of the API.', 'https://app.orderdesk.me/api/v2').prefault(
    'https://app.orderdesk.me/api/v2',
  ),
  storeId: text('The store’s id.', { example: '${HAVNA_ORDERDESK_STORE_ID}' }),
  timeZone: timeZone('The zone in which times are shown.').prefault('Europe/Oslo'),
  apiKey: secret('The store’s API key.', '${HAVNA_ORDERDESK_API_KEY}'),
});
