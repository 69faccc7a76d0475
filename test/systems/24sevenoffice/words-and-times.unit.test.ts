import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';

import { orderStatuses } from '../../../src/systems/24sevenoffice/contract/order-status.ts';
import {
  quarantineEnd,
  vendorWords,
} from '../../../src/systems/24sevenoffice/errors/fault-text.ts';
import { extraFieldSources } from '../../../src/systems/24sevenoffice/extra-field-sources.ts';
import {
  forbiddenToWrite,
  orderStatusFromText,
} from '../../../src/systems/24sevenoffice/orders/order-status.ts';
import { calendarDateFrom, instantFrom } from '../../../src/systems/24sevenoffice/vendor-time.ts';

describe('a time of the API', () => {
  test.each([
    ['2026-11-27T14:00:00Z', '2026-11-27T14:00:00.000Z'],
    ['2026-11-27T14:00:00', '2026-11-27T14:00:00.000Z'],
    ['2026-11-27T14:00:00.1234567', '2026-11-27T14:00:00.123Z'],
    ['2026-11-27T14:00:00+02:00', '2026-11-27T12:00:00.000Z'],
    ['2026-11-27', '2026-11-27T00:00:00.000Z'],
    ['27.11.2026', undefined],
    ['2026-02-30T00:00:00', undefined],
    ['', undefined],
  ])('%s is %s', (text, instant) => {
    expect(instantFrom(text)).toBe(instant);
  });

  test.each([
    ['2026-11-24T00:00:00', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['2026-11-23T23:00:00Z', '2026-11-24'],
    ['2026-11-23T23:00:00', '2026-11-24'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-07-01T22:00:00', '2026-07-02'],
    ['2026-11-24T00:00:00Z', '2026-11-24'],
    ['2026-11-24T00:00:00+01:00', '2026-11-24'],
    ['2026-11-24T12:00:00', '2026-11-24'],
    ['never', undefined],
  ])('%s is the day %s in Oslo', (text, day) => {
    expect(calendarDateFrom(text, 'Europe/Oslo')).toBe(day);
  });

  test('the midnight of any day, as UTC with or without a zone, is that day', () => {
    const days = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const midnight = DateTime.fromISO(day, { zone: 'Europe/Oslo' }).toUTC();
        const text = midnight.toISO({ suppressMilliseconds: true }) ?? '';
        expect(calendarDateFrom(text, 'Europe/Oslo')).toBe(day);
        expect(calendarDateFrom(text.replace('Z', ''), 'Europe/Oslo')).toBe(day);
      }),
    );
  });
});

describe('the vendor’s words', () => {
  test.each([
    ['Server was unable to process request. ---> A ---> B is wrong', 'B is wrong'],
    ['Property Type is missing.', 'Property Type is missing.'],
    ['Bad thing\n   at Office24Seven.Foo() in D:\\build\\foo.cs:line 3', 'Bad thing'],
    ['See D:\\build\\foo.cs and ola@example.com', 'See … and …'],
    ['x'.repeat(400), `${'x'.repeat(299)}…`],
  ])('%j', (text, words) => {
    expect(vendorWords(text)).toBe(words);
  });

  const now = Date.parse('2026-11-23T10:17:00Z');
  test.each([
    ['Quarantine ends at 2026-11-23T10:40:00Z', '2026-11-23T10:40:00Z'],
    ['Quarantine ends at 2026-11-23T12:40:00+02:00.', '2026-11-23T10:40:00Z'],
    ['Quarantine ends at 2026-11-23 10:40:00', '2026-11-23T10:40:00Z'],
    ['Quarantine ends at 23.11.2026 10:40:00', '2026-11-23T10:40:00Z'],
    ['Quarantine ends at 11/23/2026 10:40:00 AM', '2026-11-23T10:40:00Z'],
    ['Quarantine ends at 2026-11-23 09:00:00', '2026-11-23T11:00:00Z'],
    ['Quarantine ends at 2030-01-01 09:00:00', '2026-11-23T11:00:00Z'],
    ['Quarantine ends at dawn', '2026-11-23T11:00:00Z'],
    ['Limit exceeded by 1.', '2026-11-23T11:00:00Z'],
  ])('%s', (text, end) => {
    expect(quarantineEnd(text, now)).toBe(Date.parse(end));
  });
});

describe('statuses and extra fields', () => {
  test('are spelled as in the contract, with what people write beside it', () => {
    expect(orderStatuses).toHaveLength(24);
    for (const status of orderStatuses) expect(orderStatusFromText(status)).toBe(status);
    expect(orderStatusFromText('Sent')).toBe('OrderState_Sent');
    expect(orderStatusFromText('SuperStore')).toBe('OrderState_SuperStore');
    expect(orderStatusFromText('sent')).toBeUndefined();
    expect(orderStatusFromText('OrderState_Confirmed')).toBeUndefined();
    for (const status of forbiddenToWrite) expect(orderStatuses).toContain(status);
  });

  test('that we write ourselves are no source of an extra field', () => {
    expect(extraFieldSources['lines.Price']).toEqual({ level: 'line', type: 'decimal' });
    expect(extraFieldSources['CustomerReferenceNo']).toEqual({ level: 'order', type: 'text' });
    for (const path of ['OrderStatus', 'DateChanged', 'ExternalStatus']) {
      expect(extraFieldSources).not.toHaveProperty([path]);
    }
  });
});
