import { z } from 'zod';

import { choice } from '../../kit/settings/choice.ts';
import { duration } from '../../kit/settings/duration.ts';
import { hostName } from '../../kit/settings/host-name.ts';
import { list, mapping, section } from '../../kit/settings/list.ts';
import { notify, reportAt, switchAndInterval } from '../../kit/settings/processes.ts';
import { text } from '../../kit/settings/text.ts';

const folder = (description: string, example: string) => text(description, { example });

const products = section('How items of an order become order lines.', {
  codeMatch: mapping(
    'Item code, and the article numbers that are sent for it.',
    text('Articles.'),
    {
      type: 'mapping: code to article numbers',
      example: '{ PCT099: "SKU1,SKU2,SKU2" }',
    },
  ).prefault({}),
  codeSkip: list('Items with these codes aren’t sent.', text('One code.'), {
    type: 'list of codes',
    example: '[GIFTCARD]',
  }).prefault([]),
  picklistMessageField: text(
    'The checkout field that the warehouse’s order remark is taken from.',
    {
      example: 'Picklist message',
    },
  ).optional(),
  giftMessageField: text('The checkout field that the gift message is taken from.', {
    example: 'Gift message',
  }).optional(),
  inventoryLocations: list('Only items at these locations; empty: all.', text('One location.'), {
    type: 'list of locations',
  }).prefault([]),
});

const shippingMethod = z
  .union([
    text('The warehouse’s method.'),
    section('A way of delivery.', { wayOfDelivery: text('Its code or name.') }),
  ])
  .meta({ description: 'The warehouse’s method.', type: 'text' });

/** `orders`. */
export const orders = section('Orders, from Order Desk to the warehouse.', {
  ...switchAndInterval('orders are taken', true, '15m'),
  folders: list('Orders in these folders are taken.', folder('A name or an id.', 'New'), {
    type: 'list of folders',
    least: 1,
  }).prefault(['New']),
  cancelFolders: list(
    'An order that is moved to one of these is cancelled at the warehouse.',
    folder('A name or an id.', 'Canceled'),
    { type: 'list of folders' },
  ).prefault(['Canceled']),
  orderNumber: choice('Which number the warehouse’s order gets: what people see, or the id.', [
    'sourceId',
    'id',
  ]).prefault('sourceId'),
  afterImport: folder('The folder an order is moved to once the warehouse has it.', 'Prepared')
    .nullable()
    .prefault('Prepared'),
  onError: folder('The folder for orders that need attention.', 'WMS Errors')
    .nullable()
    .prefault(null),
  defaultMailClass: text(
    'How orders travel whose shipping method has no match: transporter/service, or a way of delivery’s code or name.',
    { example: 'BRING/1202' },
  ).optional(),
  shippingClassMatch: mapping('The cart’s shipping method, and the warehouse’s.', shippingMethod, {
    type: 'mapping: shipping method to shipping method',
    example: '{ "Free shipping": BRING/1000 }',
  }).prefault({}),
  defaultCurrency: text('The currency of orders that name none.', { example: 'NOK' }).optional(),
  notify: notify.prefault({}),
  products: products.prefault({}),
  packingSlipHosts: list(
    'Hosts in your own network that packing slips may be fetched from. Without it, only from public addresses.',
    hostName('A host’s name or IP address.', 'files.internal'),
    { type: 'list of host names', example: '[files.internal]' },
  ).prefault([]),
});

/** `shipments`. */
export const shipments = section('What has shipped, from the warehouse to Order Desk.', {
  ...switchAndInterval('shipped orders are reported', true, '15m'),
  afterShipment: folder('The folder a shipped order is moved to.', 'Closed')
    .nullable()
    .prefault('Closed'),
  reportAt: reportAt(
    'From which warehouse status an order counts as shipped and is reported. `available`: as soon as tracking is there, not before picked.',
  ),
  waitForTracking: duration('A report without tracking is sent only after this.').prefault('15m'),
  followUp: duration('How long late parcels are looked for.').prefault('24h'),
});

/** `catalog`. */
export const catalog = section('Articles, from Order Desk’s inventory items to the warehouse.', {
  ...switchAndInterval('articles are kept up to date at the warehouse', false, '1d'),
  metadata: section('Which metadata of an item holds what.', {
    barcode: text('The bar code.', { example: 'UPC' }).optional(),
    hsCode: text('The customs tariff number.', { example: 'HS' }).optional(),
  }).prefault({}),
});
