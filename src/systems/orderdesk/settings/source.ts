import { choice } from '../../kit/settings/choice.ts';
import { section } from '../../kit/settings/list.ts';
import { secret, text } from '../../kit/settings/text.ts';
import { timeZone } from '../../kit/settings/time.ts';
import { webAddress } from '../../kit/settings/web-address.ts';

/** `source`. */
export const source = section('The customer’s store at Order Desk.', {
  system: choice('The source’s system.', ['orderdesk']),
  url: webAddress('The address of the API.', 'https://app.orderdesk.me/api/v2').prefault(
    'https://app.orderdesk.me/api/v2',
  ),
  storeId: text('The store’s id.', { example: '${HAVNA_ORDERDESK_STORE_ID}' }),
  timeZone: timeZone('The zone in which times are shown.').prefault('Europe/Oslo'),
  apiKey: secret('The store’s API key.', '${HAVNA_ORDERDESK_API_KEY}'),
});
