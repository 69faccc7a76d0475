import { describe, expect, test } from 'vitest';

import { keyword, searchList, searchText } from '../../src/domain/search-text.ts';

const bytesOf = (list: readonly string[]): number => Buffer.byteLength(JSON.stringify(list));

describe('what is written to search attributes', () => {
  test('is the same however people write a number', () => {
    expect(searchText(' #ab-12 ')).toBe('AB-12');
    expect(searchList(['#1001', '1001', '', '#'])).toEqual(['1001']);
  });

  test('is never longer than the server takes', () => {
    const parcels = Array.from({ length: 300 }, (_, index) => `3700000000${1_000 + index}`);
    const list = searchList(parcels);
    expect(list.slice(0, 2)).toEqual(parcels.slice(0, 2));
    expect(bytesOf(list)).toBeGreaterThan(1_700);
    expect(bytesOf(list)).toBeLessThanOrEqual(1_800);
    expect(bytesOf(searchList(parcels.map((number) => `Æ${number}`)))).toBeLessThanOrEqual(1_800);
    expect(keyword('x'.repeat(300))).toHaveLength(200);
  });
});
