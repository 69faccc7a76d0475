import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openAccount, settingsFor } from './account.ts';
import { aCall, failureOf } from '../a-call.ts';
import { answer, fault, StubVendor } from './stub-vendor.ts';

let vendor: StubVendor;
beforeEach(async () => {
  vendor = await StubVendor.start();
  vendor.on('SetStockQuantity', () => answer('SetStockQuantity', 'true'));
});
afterEach(async () => {
  await vendor.stop();
});
const set = async (productCode: string, quantity: string) =>
  await openAccount(settingsFor(vendor.url)).source.setStock(productCode, quantity, aCall());

describe('setting the stock', () => {
  test.each([
    ['14.0000', '14'],
    ['0', '0'],
    ['-2.50', '-2.5'],
    ['0.0000001', '0.0000001'],
    ['1234567890123456789012.5', '1234567890123456789012.5'],
  ])('to %s is written in plain notation, in the contract’s order', async (quantity, plain) => {
    expect(await set('4711', quantity)).toEqual({ kind: 'written' });
    expect(vendor.requests('SetStockQuantity')[0]?.body).toContain(
      `<t:productId>4711</t:productId><t:stockQuantity>${plain}</t:stockQuantity>`,
    );
  });

  test('that the vendor answers with false is refused, with why', async () => {
    vendor.on('SetStockQuantity', () => answer('SetStockQuantity', 'false'));
    expect(await set('4711', '3')).toEqual({
      kind: 'refused',
      why: '24SevenOffice didn’t take 3 as the stock of product 4711',
    });
  });

  test('of something that is no product is refused without asking', async () => {
    expect((await set('TS-RED', '3')).kind).toBe('refused');
    expect(vendor.received).toEqual([]);
  });

  test('that fails says so; it may have been carried out', async () => {
    vendor.on('SetStockQuantity', () => fault('Server was unable to process request. ---> Oops'));
    const failure = await failureOf(set('4711', '3'));
    expect(failure.decision).toEqual({ kind: 'retry', answerLost: true });
    vendor.on('SetStockQuantity', () => fault('Bad decimal', 'soap:Client'));
    const ours = await failureOf(set('4711', '3'));
    expect(ours.decision).toMatchObject({
      kind: 'attention',
      faults: [{ todo: 'Correct the product in 24SevenOffice.' }],
    });
  });
});
