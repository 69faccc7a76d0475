import { describe, expect, test } from 'vitest';

import { mapArticle } from '../../../src/systems/24sevenoffice/mapping/article.ts';
import { productSchema } from '../../../src/systems/24sevenoffice/schema/product.ts';
import { at, type Raw } from './mapped-order.ts';

describe('the article table of the brief', () => {
  const product = {
    Id: '4711',
    No: '0071',
    Name: 'Shirt',
    Description: 'Red',
    EAN1: '0707',
    Weight: '250.0000',
  };
  const read = (over: Raw, unit: 'kg' | 'g' = 'kg') =>
    mapArticle('4711', productSchema.parse({ ...product, ...over }), {
      timeZone: 'Europe/Oslo',
      articles: { weightUnit: unit, extraFields: {} },
    });

  test('is complete', () => {
    expect(read({})).toEqual({
      article: {
        productCode: '4711',
        articleNumber: '0071',
        name: 'Shirt',
        description: 'Red',
        barCode: '0707',
        weightKg: '250',
      },
    });
  });

  test.each([
    ['250.0000', 'g', '0.25'],
    ['0.1', 'g', '0.0001'],
    ['0.125', 'kg', '0.125'],
    ['0.0000', 'kg', undefined],
    ['-79228162514264337593543950335', 'kg', undefined],
  ] as const)('a weight of %s %s', (Weight, unit, weightKg) => {
    expect(at(read({ Weight }, unit), 'article.weightKg')).toBe(weightKg);
  });

  test('without a number is a fault that says what to do', () => {
    const result = read({ No: '' });
    expect('faults' in result && result.faults).toEqual([
      {
        field: 'Product 4711',
        problem: 'Product 4711 ("Shirt") has no article number in 24SevenOffice.',
        todo: 'Give the product a number there.',
      },
    ]);
  });
});
