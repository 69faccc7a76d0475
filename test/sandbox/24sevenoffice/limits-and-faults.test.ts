import { describe, expect, test } from 'vitest';
import { faultKinds } from '../../../sandbox/24sevenoffice/fault-kinds.ts';
import { bench, faultString } from './soap-client.ts';

describe('limits', () => {
  test('are told with every answer, and refuse nobody unless set', () => {
    const { call, at } = bench();
    at('2026-11-21T10:59:59Z');
    const { headers } = call('invoice', 'GetDeliveryMethods');
    expect(headers).toMatchObject({
      date: 'Sat, 21 Nov 2026 10:59:59 GMT',
      APILimitRemaining: '7198',
      APILimitReset: '2026-11-21T11:00:00Z',
    });
    const replies = Array.from({ length: 7_300 }, () => call('invoice', 'GetDeliveryMethods'));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
  });

  test('of an hour put everybody in quarantine until the next one', () => {
    const { call, at } = bench({ quota: 3 });
    const replies = [1, 2, 3].map(() => call('invoice', 'GetDeliveryMethods'));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 500]);
    expect(replies[1]?.headers['APILimitRemaining']).toBe('0');
    expect(faultString(replies[2] ?? { status: 0, headers: {}, body: '' })).toContain(
      'Limit exceeded by 1. Request is blocked. Quarantine ends at 2026-11-21T11:00:00Z',
    );
    at('2026-11-21T11:00:00Z');
    expect(call('invoice', 'GetDeliveryMethods').status).toBe(200);
  });

  test('of a second answer with 429, not in XML', () => {
    const { call, at } = bench({ burst: 2 });
    call('invoice', 'GetDeliveryMethods');
    const refused = call('invoice', 'GetDeliveryMethods');
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    expect(refused.body).not.toContain('<');
    at('2026-11-21T10:00:11.500Z');
    expect(call('invoice', 'GetDeliveryMethods').status).toBe(200);
  });
});

describe('faults that are asked for', () => {
  const { vendor, call } = bench({ quarantineMs: 5_000 });

  test('all have a reply, with the vendor’s headers', () => {
    for (const kind of faultKinds) {
      expect(vendor.faultReply(kind)?.headers).toHaveProperty('APILimitReset');
    }
    expect(vendor.faultReply('reset')).toBeUndefined();
  });

  test.each([
    ['fault', 500, 'Server was unable to process request. ---&gt; '],
    ['fault200', 200, '<soap:Fault>'],
    ['html502', 502, '<html>'],
    ['empty503', 503, ''],
    ['text429', 429, 'Too many'],
    ['text500', 500, 'unavailable'],
    ['quarantine', 500, 'Quarantine ends at 2026-11-21T10:00:15Z'],
    ['garbage', 200, '<!DOCTYPE html>'],
  ])('%s', (kind, status, words) => {
    const reply = vendor.faultReply(kind);
    expect(reply?.status).toBe(status);
    expect(reply?.body).toContain(words);
  });

  test('expired also ends the session', () => {
    const fresh = bench();
    expect(fresh.call('invoice', 'GetDeliveryMethods').status).toBe(200);
    expect(fresh.vendor.faultReply('expired')?.body).toContain('not authenticated');
    expect(fresh.call('invoice', 'GetDeliveryMethods').status).toBe(500);
  });

  test('operations are named for faults and counts', () => {
    const request = {
      method: 'POST',
      path: '/economy/invoiceorder/v001/invoiceservice.asmx',
      query: new URLSearchParams(),
      headers: { soapaction: '"http://24sevenOffice.com/webservices/SaveInvoices"' },
      body: '',
    };
    expect(vendor.operationOf(request)).toBe('SaveInvoices');
    expect(vendor.operationOf({ ...request, path: '/elsewhere' })).toBe('unknown');
    expect(call('invoice', 'GetDeliveryMethods').status).toBe(500);
  });
});
