import { defaultStatuses, statusNames } from '../statuses.ts';
import { choice } from '../../kit/settings/choice.ts';
import { Refusal } from '../../kit/settings/field.ts';
import { mapping, section } from '../../kit/settings/list.ts';
import { wholeNumber } from '../../kit/settings/number.ts';
import { secret, text } from '../../kit/settings/text.ts';
import { timeZone } from '../../kit/settings/time.ts';
import { webAddress } from '../../kit/settings/web-address.ts';

const status = (name: (typeof statusNames)[number], description: string) =>
  wholeNumber(description).prefault(String(defaultStatuses[name]));

/** `warehouse.statuses`: the status numbers of this warehouse. */
export const warehouseStatuses = section(
  'The status numbers of this warehouse, where they differ from the vendor’s own.',
  {
    error: status('error', 'The order could not be imported at the warehouse.'),
    open: status('open', 'Received; can still be changed.'),
    begun: status('begun', 'The warehouse may begin; from here on changes can be refused.'),
    picked: status('picked', 'Picked, not shipped.'),
    shipped: status('shipped', 'Sent.'),
    collected: status('collected', 'The carrier has taken it.'),
    returned: status('returned', 'Came back.'),
    cancelled: status('cancelled', 'Cancelled at the warehouse.'),
    other: mapping(
      'Numbers that this warehouse added, and the name above that each one stands for. When you write this key, only your numbers count.',
      choice('What the number means.', statusNames),
      { type: 'mapping: number to name', example: '{ 425: begun, 475: returned }' },
    ).prefault(defaultStatuses.other),
  },
);

/** `warehouse`: the goods owner's account at Ongoing WMS. */
export const warehouse = section('The warehouse: one goods owner’s account at Ongoing WMS.', {
  system: choice('The warehouse’s system.', ['ongoing']).prefault('ongoing'),
  api: choice(
    'Which of Ongoing’s two APIs is used. SOAP is for goods owners whose article numbers aren’t unique, or who only have SOAP credentials.',
    ['rest', 'soap'],
  ).prefault('rest'),
  url: webAddress(
    'The address of the warehouse at Ongoing. `/api/v1` and `/service.asmx` are appended.',
    'https://api.ongoingsystems.se/nord',
    refuseAddress,
  ),
  username: text('The API user’s name, from Administration → Integration → API for goods owners.', {
    example: 'crossdock',
    secret: true,
  }),
  password: secret('The API user’s password.', '${NORDLYS_ONGOING_PASSWORD}'),
  goodsOwnerId: wholeNumber(
    'The goods owner’s number at the warehouse. Only one connection may have it.',
    '101',
  ),
  goodsOwnerCode: text('The goods owner’s code. Needed with `api: soap`.', {
    example: 'NORDLYS',
  }).optional(),
  timeZone: timeZone('The zone of times that come without one, from SOAP and webhooks.').prefault(
    'Europe/Stockholm',
  ),
  statuses: warehouseStatuses.prefault({}),
});

function refuseAddress(url: URL): Refusal | undefined {
  const appended = /\/(api\/v1|service\.asmx)\/*$/i.exec(url.pathname)?.[1];
  if (appended !== undefined) {
    return new Refusal(`ends with /${appended}, which is appended by itself; leave it out`);
  }
  const isVendors = /(^|\.)ongoingsystems\.se$/.test(url.hostname);
  return isVendors && url.pathname === '/'
    ? new Refusal('lacks the warehouse’s name, as in https://api.ongoingsystems.se/nord')
    : undefined;
}

/** `webhooks`: what lets the vendors call. */
export const webhooks = section('Calls from the warehouse when an order’s status changes.', {
  token: secret(
    'The word that Ongoing sends with each call, as entered at its webhook.',
    '${NORDLYS_ONGOING_WEBHOOK_TOKEN}',
  ),
});
