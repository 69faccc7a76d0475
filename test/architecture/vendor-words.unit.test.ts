import { expect, test } from 'vitest';

import { sourceFiles } from './source-files.ts';
import { namesIn, strayNames } from './vendor-words.ts';

/** Words of the field: the domain has them by the same name as a vendor, and would without it. */
const ofTheField = [
  'orderNumber',
  'orderType',
  'deliveryDate',
  'deliveryInstruction',
  'wayOfDelivery',
  'servicePointCode',
  'serviceCode',
  'salesCode',
  'referenceNumber',
  'goodsOwnerOrderId',
  'rowNumber',
  'serialNumber',
  'shouldBePicked',
  'toBeNotified',
  'articleNumber',
  'articleNumbers',
  'productCode',
  'productCodes',
  'barCode',
  'customerNumber',
  'supplierNumber',
  'invoiceAddress',
  'doorCode',
  'postCode',
  'countryCode',
  'countryStateCode',
  'mimeType',
];

/** Names of our own that a vendor happens to have, too. */
const ourOwn = [
  // How logs call an order’s id, and anybody a variable that holds one, or a status.
  'orderId',
  'orderStatus',
  'orderStatuses',
  // What the query `status` of an order's workflow answers.
  'OrderStatus',
  // The setting `stock.quantity`, as activities know it.
  'stockQuantity',
];

/** Where a vendor's name is what a user writes. */
const written: Readonly<Record<string, readonly string[]>> = {
  // Examples of `extraFields`, whose values are the warehouse's fields.
  'src/systems/24sevenoffice/settings/orders.ts': ['linePrice'],
  'src/systems/24sevenoffice/settings/registry.ts': ['purchasePrice'],
  // A detail that people add to an item of Order Desk by hand.
  'src/systems/orderdesk/mapping/lines.ts': ['SerialNumber'],
};

const product = sourceFiles(['src', 'workflows', 'activities'], ['.ts', '.mjs']);

/** Every vendor with a contract. What it answers stands in it, or in schemas of what is read. */
const vendors = [
  ...new Set(
    product.flatMap(({ path }) => /^src\/systems\/[^/]+\/(?=contract\/)/.exec(path) ?? []),
  ),
].map((folder) => ({
  folder,
  names: namesIn(
    product.filter(
      ({ path }) => path.startsWith(folder) && /\/(?:contract\/|schema\/|schema\.ts$)/.test(path),
    ),
  ),
}));
const allowed = (name: string, path: string): boolean =>
  [...ofTheField, ...ourOwn, ...(written[path] ?? [])].includes(name);

test('no vendor’s names stand outside of its folder, in strings neither', () => {
  expect(strayNames(product, vendors, allowed)).toEqual([]);
});

test('and nothing is allowed that no vendor says', () => {
  const names = new Set(vendors.flatMap((vendor) => [...vendor.names]));
  const listed = [...ofTheField, ...ourOwn, ...Object.values(written).flat()];
  expect(listed.filter((name) => !names.has(name))).toEqual([]);
});

test.each([
  ['24sevenoffice', 'InvoiceRows', 'OrderState_Sent', 'GetInvoices'],
  ['orderdesk', 'order_items', 'shipping_method'],
  ['ongoing', 'linePrice', 'customerLinePrice', 'statisticsNumber', 'orderStatusChangedTimeFrom'],
])('%s’s contract says %s', (id, ...names) => {
  const vendor = vendors.find(({ folder }) => folder.endsWith(`${id}/`));
  expect(names.filter((name) => vendor?.names.has(name) !== true)).toEqual([]);
});

test.each([
  ['src/systems/orderdesk/a.ts', "const extra = { 'prices.linePrice': price };"],
  ['src/domain/a.ts', 'const { InvoiceRows } = order;'],
  ['src/connections/a.ts', "const status = 'OrderState_Sent';"],
  ['src/systems/ongoing/a.ts', 'order.order_items'],
])('a stray name would be seen: %s: %s', (path, text) => {
  expect(strayNames([{ path, text }], vendors, allowed)).toHaveLength(1);
});

test.each([
  ['src/systems/ongoing/a.ts', "const extra = { 'prices.linePrice': price };"],
  [
    'src/domain/a.ts',
    '/** What Ongoing calls linePrice. */\n// linePrice\nexport const price = 1;',
  ],
])('and one at its place is let be: %s: %s', (path, text) => {
  expect(strayNames([{ path, text }], vendors, allowed)).toEqual([]);
});
