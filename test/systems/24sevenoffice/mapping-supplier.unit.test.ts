import { describe, expect, test } from 'vitest';

import { mapSupplier } from '../../../src/systems/24sevenoffice/mapping/supplier.ts';
import { companySchema } from '../../../src/systems/24sevenoffice/schema/company.ts';
import { at, type Raw } from './mapped-order.ts';

const post = {
  Street: 'Lagerveien 3\r\nPort 4\nBakgården\nRamp 2',
  PostalCode: '0554',
  City: 'Oslo',
  PostalArea: 'OSLO SENTRUM',
  Country: 'Norge',
};
const read = (over: Raw) =>
  mapSupplier(
    '77',
    companySchema.parse({
      Id: '77',
      Name: 'Havna Engros AS',
      Type: 'Supplier',
      Country: 'SE',
      Addresses: { Post: post },
      ...over,
    }),
  );
const posted = (over: Raw): Raw => ({ Addresses: { Post: { ...post, ...over } } });

describe('the supplier table of the brief', () => {
  test.each<[string, Raw, string, unknown]>([
    ['SupplierNumber ⇐ Id', {}, 'supplier.number', '77'],
    ['SupplierName ⇐ Name', {}, 'supplier.name', 'Havna Engros AS'],
    ['Address ⇐ Post, Street', {}, 'supplier.address', 'Lagerveien 3'],
    ['a second line of the street', {}, 'supplier.address2', 'Port 4'],
    ['further lines of the street', {}, 'supplier.address3', 'Bakgården, Ramp 2'],
    ['PostCode ⇐ Post, PostalCode', {}, 'supplier.postCode', '0554'],
    ['City ⇐ Post, City', {}, 'supplier.city', 'Oslo'],
    ['or PostalArea', posted({ City: '' }), 'supplier.city', 'OSLO SENTRUM'],
    ['CountryCode ⇐ Post, Country', {}, 'supplier.countryCode', 'NO'],
    ['or the company’s', posted({ Country: '' }), 'supplier.countryCode', 'SE'],
    ['or none', { ...posted({ Country: '' }), Country: '' }, 'supplier.countryCode', undefined],
  ])('%s', (_row, over, path, value) => {
    expect(read(over).faults).toEqual([]);
    expect(at(read(over), path)).toBe(value);
  });

  test.each<[string, Raw]>([
    ['left out', { Addresses: undefined }],
    ['nil', { Addresses: { Post: null } }],
    ['empty', { Addresses: { Post: { Street: '', City: ' ' } } }],
  ])('no address: %s', (_how, over) => {
    expect(read(over)).toEqual({
      number: '77',
      isSupplier: true,
      supplier: { number: '77', name: 'Havna Engros AS', countryCode: 'SE' },
      faults: [],
    });
  });

  test('no other address stands in for the postal one', () => {
    expect(read({ Addresses: { Visit: post } }).supplier).toEqual({
      number: '77',
      name: 'Havna Engros AS',
      countryCode: 'SE',
    });
  });
});

test.each([
  ['Supplier', true],
  ['Business', false],
  ['Consumer', false],
  ['None', false],
  ['', false],
])('a company of type "%s" may be a supplier, and %s: it is called one', (Type, isSupplier) => {
  expect(read({ Type })).toMatchObject({ isSupplier, supplier: { number: '77' } });
});

test.each<[Raw, string]>([
  [{ Name: '' }, 'Company 77 has no name in 24SevenOffice.'],
  [posted({ Country: 'Atlantis' }), '"Atlantis" is no country that can be recognised.'],
  [{ APIException: { Message: 'No access' } }, '24SevenOffice can’t read company 77: No access.'],
])('what can’t be mapped is told and no supplier: %j', (over, problem) => {
  const { supplier, faults } = read(over);
  expect(supplier).toBeUndefined();
  expect(faults.map((fault) => fault.problem)).toEqual([problem]);
  expect(faults[0]?.field).toContain('Supplier 77');
});
