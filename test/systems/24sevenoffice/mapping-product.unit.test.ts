import { describe, expect, test } from 'vitest';

import { mapProduct } from '../../../src/systems/24sevenoffice/mapping/product.ts';
import { productSchema } from '../../../src/systems/24sevenoffice/schema/product.ts';
import { settingsFor } from './account.ts';
import { at, type Raw } from './mapped-order.ts';

const settings = settingsFor('http://localhost');
const product = {
  Id: '4711',
  No: 'TS-RED-M',
  Name: 'T-shirt',
  Description: 'Red, M',
  EAN1: '0012345678905',
  Weight: '0.1800',
  DateChanged: '2026-11-23T09:30:00',
};
const read = (over: Raw, articles: Partial<typeof settings.articles> = {}) =>
  mapProduct(
    '4711',
    productSchema.parse({ ...product, ...over }),
    { ...settings, articles: { ...settings.articles, ...articles } },
    '2026-11-23T10:00:00.000Z',
  );

describe('the article table of the brief', () => {
  test.each([
    ['ProductCode ⇐ Id', 'article.productCode', '4711'],
    ['ArticleNumber ⇐ No', 'article.articleNumber', 'TS-RED-M'],
    ['ArticleName ⇐ Name', 'article.name', 'T-shirt'],
    ['ArticleDescription ⇐ Description', 'article.description', 'Red, M'],
    ['BarCode ⇐ EAN1', 'article.barCode', '0012345678905'],
    ['Weight ⇐ Weight', 'article.weightKg', '0.18'],
  ])('%s', (_row, path, value) => {
    expect(at(read({}), path)).toBe(value);
  });
});

describe('what is told of a product', () => {
  test.each<[string, Raw, string, unknown]>([
    ['its number for people', {}, 'label', 'TS-RED-M'],
    ['its id where it has no number', { No: ' ' }, 'label', '4711'],
    ['no article without a number', { No: ' ' }, 'article', undefined],
    ['when it changed, in UTC', {}, 'changedAt', '2026-11-23T09:30:00.000Z'],
    [
      'when it was read, where no time is told',
      { DateChanged: '' },
      'changedAt',
      '2026-11-23T10:00:00.000Z',
    ],
    ['that it is active', { StatusId: '1' }, 'expired', false],
    ['that it has expired', { StatusId: '0' }, 'expired', true],
    ['nothing of expiry', {}, 'expired', false],
    ['the article also of an expired one', { StatusId: '0' }, 'article.name', 'T-shirt'],
    ['its supplier', { SupplierId: '77' }, 'supplierNumber', '77'],
    ['no supplier by the sentinel', { SupplierId: '-2147483648' }, 'supplierNumber', undefined],
    ['no supplier by 0', { SupplierId: '0' }, 'supplierNumber', undefined],
    ['its stock, exactly', { Stock: '14.0000' }, 'stock', '14'],
    ['a stock below zero', { Stock: '-2.5000' }, 'stock', '-2.5'],
    ['a large stock', { Stock: '123456789012345678.25' }, 'stock', '123456789012345678.25'],
    ['no stock by the sentinel', { Stock: '-79228162514264337593543950335' }, 'stock', undefined],
    ['no stock that is no decimal', { Stock: '1e3' }, 'stock', undefined],
    ['that its stock is kept', { StockControlled: 'true' }, 'stockControlled', true],
    ['that its stock isn’t kept', { StockControlled: 'false' }, 'stockControlled', false],
    ['nil: its stock isn’t kept', { StockControlled: null }, 'stockControlled', false],
    ['nothing: its stock isn’t kept', {}, 'stockControlled', false],
  ])('%s', (_what, over, path, value) => {
    expect(at(read(over), path)).toEqual(value);
  });

  test('a weight in grams becomes kilograms, to the last digit', () => {
    expect(read({ Weight: '12.3456' }, { weightUnit: 'g' }).article?.weightKg).toBe('0.0123456');
  });

  test('extra fields, each of its type', () => {
    const { article, faults } = read(
      {
        Price: '199.9000',
        Cost: '-79228162514264337593543950335',
        Web: 'true',
        StockLocation: 'A-01',
      },
      {
        extraFields: {
          Price: 'price',
          Cost: 'cost',
          Web: 'freeText1',
          StockLocation: 'freeText2',
          DescriptionLong: 'freeText3',
          Stock: 'freeText4',
        },
      },
    );
    expect(faults).toEqual([]);
    expect(article?.extra).toEqual({ price: '199.9', freeText1: 'true', freeText2: 'A-01' });
  });

  test('everything that is wrong, at once, and no article', () => {
    const { article, faults } = read(
      { No: '', Weight: '-1', Price: 'free' },
      { extraFields: { Price: 'price' } },
    );
    expect(article).toBeUndefined();
    expect(faults.map(({ problem }) => problem)).toEqual([
      'Product 4711 ("T-shirt") has no article number in 24SevenOffice.',
      'The weight of product 4711 is "-1".',
      'Price is "free", which is no number.',
    ]);
  });

  test('that 24SevenOffice can’t read it', () => {
    const { article, faults } = read({ APIException: { Type: 'X', Message: 'Database is busy' } });
    expect(article).toBeUndefined();
    expect(faults.map(({ problem }) => problem)).toEqual([
      '24SevenOffice can’t read product 4711: Database is busy.',
    ]);
  });
});
