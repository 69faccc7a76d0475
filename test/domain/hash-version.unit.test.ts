import { describe, expect, test } from 'vitest';

import { areComparable, hashVersion } from '../../src/domain/hash-version.ts';
import { orderHash } from '../../src/domain/order-hash.ts';
import { bringsNews } from '../../src/domain/snapshot.ts';
import { salesOrder } from '../systems/ongoing/sales-order.ts';

const hash = orderHash(salesOrder);
/** As release 0.1.0 wrote it. */
const firstHash = hash.slice(hash.indexOf(':') + 1);

describe('a hash of an order', () => {
  test('carries its version', () => {
    expect(hash).toMatch(new RegExp(`^${hashVersion}:[0-9a-f]{32}$`));
    expect(firstHash).toMatch(/^[0-9a-f]{32}$/);
  });

  test('leaves out a delivery date that stands for the day of the reading', () => {
    const dated = (deliveryDate: string, deliveryDateIsDefault: boolean) =>
      orderHash({ ...salesOrder, deliveryDate, deliveryDateIsDefault });
    expect(dated('2026-11-24', true)).toBe(dated('2026-11-25', true));
    expect(dated('2026-11-24', false)).not.toBe(dated('2026-11-25', false));
  });

  test.each<[string, string, boolean]>([
    [hash, hash, true],
    [hash, '2:0', true],
    [firstHash, 'f00', true],
    [hash, firstHash, false],
    ['12:0', '2:0', false],
    [hash, '', true],
    ['', firstHash, true],
  ])('compared: %s and %s: %s', (a, b, comparable) => {
    expect(areComparable(a, b)).toBe(comparable);
    expect(areComparable(b, a)).toBe(comparable);
  });
});

describe('after a life that ended, a reading is news', () => {
  const at = (time: string) => `2026-11-24T${time}:00.000Z`;
  const endedAt = at('10:00');
  const seen = { changedAt: at('09:00'), readAt: at('09:01'), hash, status: 'Open' };
  const reading = (over: object) => ({
    id: '1',
    number: '1',
    standing: 'pulled' as const,
    faults: [],
    ...seen,
    readAt: at('12:00'),
    ...over,
  });

  test.each<[string, object, string, boolean]>([
    ['not as it was', {}, hash, false],
    ['changed', { changedAt: at('09:30') }, hash, true],
    ['in another status', { status: 'New' }, hash, true],
    ['with another hash', { hash: '2:0' }, hash, true],
    ['that can be mapped now', {}, '', true],
    ['not because another version read it', {}, firstHash, false],
    ['nor by what we wrote at the end', { changedAt: at('10:01') }, firstHash, false],
    ['but if it was changed later', { changedAt: at('11:00') }, firstHash, true],
    ['or is in another status', { status: 'New' }, firstHash, true],
    ['not where it is older', { changedAt: at('08:00'), status: 'New' }, hash, false],
  ])('%s', (_what, over, seenHash, isNews) => {
    expect(bringsNews(reading(over), { ...seen, hash: seenHash }, endedAt)).toBe(isNews);
  });
});
