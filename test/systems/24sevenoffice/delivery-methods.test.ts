import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openAccount, reference, settingsFor } from './account.ts';
import { aCall } from '../a-call.ts';
import { fullOrder, idsIn } from './order-xml.ts';
import { answer, StubVendor } from './stub-vendor.ts';

let vendor: StubVendor;
let method: string;

beforeEach(async () => {
  vendor = await StubVendor.start();
  method = '<Id>4</Id>';
  vendor.on('GetInvoices', ({ body }) =>
    answer(
      'GetInvoices',
      idsIn(body)
        .map((id) => fullOrder(id, { DeliveryMethod: method }))
        .join(''),
    ),
  );
  vendor.on('GetDeliveryMethods', () =>
    answer(
      'GetDeliveryMethods',
      '<DeliveryMethod><Id>3</Id><Description>Pickup</Description></DeliveryMethod><DeliveryMethod><Id>4</Id><Description>Bring 1202</Description></DeliveryMethod><DeliveryMethod><Id>5</Id></DeliveryMethod>',
    ),
  );
});
afterEach(async () => {
  await vendor.stop();
});

const open = () => openAccount(settingsFor(vendor.url)).source;
const wayOf = async (source: ReturnType<typeof open>, id: string) =>
  (await source.read(reference(id), aCall()))?.order?.wayOfDelivery;

describe('the way of delivery of an order that names it by its id alone', () => {
  test('is completed from the account’s list, which is read once', async () => {
    const source = open();
    const ways = await Promise.all(['1', '2', '3'].map((id) => wayOf(source, id)));
    expect(new Set(ways.map((way) => JSON.stringify(way))).size).toBe(1);
    expect(ways[0]).toEqual({ code: '4', name: 'Bring 1202', text: 'Bring 1202' });
    await wayOf(source, '4');
    expect(vendor.requests('GetDeliveryMethods')).toHaveLength(1);
  });

  test.each([
    ['5', 'has no description there either'],
    ['99', 'isn’t in the list'],
  ])('stays without a name where %s %s', async (id) => {
    method = `<Id>${id}</Id>`;
    expect(await wayOf(open(), '1')).toEqual({ code: id });
  });

  test('stays without a name where the account has no list', async () => {
    vendor.on('GetDeliveryMethods', () => answer('GetDeliveryMethods'));
    expect(await wayOf(open(), '1')).toEqual({ code: '4' });
  });

  test.each([
    [
      '<Id>4</Id><Description>As ordered</Description>',
      { code: '4', name: 'As ordered', text: 'As ordered' },
    ],
    ['<Id>0</Id>', undefined],
    ['<Id>-2147483648</Id>', undefined],
    ['', undefined],
  ])('isn’t looked for with %j', async (given, way) => {
    method = given;
    expect(await wayOf(open(), '1')).toEqual(way);
    expect(vendor.requests('GetDeliveryMethods')).toHaveLength(0);
  });
});
