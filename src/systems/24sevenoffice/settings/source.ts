import { choice } from '../../kit/settings/choice.ts';
import { section } from '../../kit/settings/list.ts';
import { guid, secret, text } from '../../kit/settings/text.ts';
import { timeZone } from '../../kit/settings/time.ts';
import { webAddress } from '../../kit/settings/web-address.ts';

/** `source`. */
export const source = section('The customer’s account at 24SevenOffice.', {
  system: choice('The source’s system.', ['24sevenoffice']),
  url: webAddress(
    'The address of the API; the five services’ paths are appended.',
    'https://api.24sevenoffice.com',
  ).prefault('https://api.24sevenoffice.com'),
  applicationId: secret(
    'The id of the integration, as 24SevenOffice gave it out. One for all your customers.',
    '${NORDLYS_24SO_APPLICATION_ID}',
  ),
  username: text('The API user’s login.', { example: '${NORDLYS_24SO_USERNAME}', secret: true }),
  password: secret('The API user’s password.', '${NORDLYS_24SO_PASSWORD}'),
  identityId: guid(
    'Which of the user’s companies. Without it, the user’s default company.',
    '0b8f2f0e-1111-4a5b-8c1d-000000000101',
  ).optional(),
  timeZone: timeZone('The zone of the account’s calendar dates. The API’s times are UTC.').prefault(
    'Europe/Oslo',
  ),
});
