import { describe, expect, test } from 'vitest';

import { at, deliveredTo, delivery, mapped, type Raw, row, today } from './mapped-order.ts';

describe('what to do when something isn’t there', () => {
  const phones = (over: Raw): Raw => ({
    PhoneNumbers: Object.fromEntries(
      Object.entries(over).map(([kind, Value]) => [kind, { Value }]),
    ),
  });
  const emails = (over: Raw): Raw => ({
    EmailAddresses: Object.fromEntries(
      Object.entries(over).map(([kind, Value]) => [kind, { Value }]),
    ),
  });
  const all = { Home: 'h', Mobile: 'm', Primary: 'p', Work: 'w' };
  const mails = { Home: 'h@x', Invoice: 'i@x', Primary: 'p@x', Work: 'w@x', Alternative: 'a@x' };
  const noName = { CustomerDeliveryName: '', CustomerName: '' };

  test.each<[what: string, source: Raw, company: Raw | undefined, path: string, value: unknown]>([
    ['no delivery date: today', {}, undefined, 'deliveryDate', today],
    ['no delivery date: said so', {}, undefined, 'deliveryDateIsDefault', true],
    ['* mobile of the company', {}, phones(all), 'mobile.value', 'm'],
    ['* mobile: primary', {}, phones({ Home: 'h', Primary: 'p' }), 'mobile.value', 'p'],
    ['* mobile: work', {}, phones({ Home: 'h', Work: 'w' }), 'mobile.value', 'w'],
    ['* telephone of the company', {}, phones(all), 'telephone.value', 'p'],
    ['* telephone: home', {}, phones({ Home: 'h', Mobile: 'm' }), 'telephone.value', 'h'],
    ['* telephone: mobile', {}, phones({ Mobile: 'm' }), 'telephone.value', 'm'],
    ['** e-mail of the company', {}, emails(mails), 'email.value', 'i@x'],
    ['** e-mail: work', {}, emails({ Home: 'h@x', Work: 'w@x' }), 'email.value', 'w@x'],
    ['** e-mail: alternative', {}, emails({ Alternative: 'a@x' }), 'email.value', 'a@x'],
    [
      'several e-mails: the first',
      { InvoiceEmailAddress: 'a@x; b@x' },
      undefined,
      'email.value',
      'a@x',
    ],
    [
      'name of the address',
      { ...noName, ...deliveredTo({ Name: 'Dock 3' }) },
      undefined,
      'consignee.name',
      'Dock 3',
    ],
    ['name of the customer', { CustomerDeliveryName: '' }, undefined, 'consignee.name', 'Buyer AS'],
    [
      'name of the company',
      noName,
      { FirstName: 'Ola', Name: 'Nordmann' },
      'consignee.name',
      'Ola Nordmann',
    ],
    [
      'address: post',
      { Addresses: { Delivery: { Country: 'SE' }, Post: delivery } },
      undefined,
      'consignee.address1',
      'Markveien 1',
    ],
    [
      'address: visit',
      { Addresses: { Visit: delivery, Invoice: { Street: 'I' } } },
      undefined,
      'consignee.address1',
      'Markveien 1',
    ],
    [
      'address of the company',
      { Addresses: '' },
      { Addresses: { Post: delivery } },
      'consignee.postCode',
      '0554',
    ],
    [
      'place: city',
      deliveredTo({ PostalArea: '', City: 'Tromsø' }),
      undefined,
      'consignee.city',
      'Tromsø',
    ],
    [
      'country of the company',
      deliveredTo({ Country: '' }),
      { Country: 'SE' },
      'consignee.countryCode',
      'SE',
    ],
    [
      'street: second line',
      deliveredTo({ Street: 'c/o B\r\n\r\nGate 2' }),
      undefined,
      'consignee.address2',
      'Gate 2',
    ],
    [
      'street: more lines',
      deliveredTo({ Street: 'A\nB\nC\nD' }),
      undefined,
      'consignee.address3',
      'C, D',
    ],
    [
      'way of delivery: only its name',
      { DeliveryMethod: { Description: 'Taxi' } },
      undefined,
      'wayOfDelivery.code',
      undefined,
    ],
    [
      'way of delivery: id 0 means none',
      { DeliveryMethod: { Id: '0' } },
      undefined,
      'wayOfDelivery',
      undefined,
    ],
    [
      'label: product',
      row({ Name: '', ProductNo: '' }),
      undefined,
      'lines.0.label',
      'product 4711',
    ],
  ])('%s', (_what, source, company, path, value) => {
    expect(at(mapped(source, company), path)).toEqual(value);
  });

  test('what the warehouse may use is always said, and only of what is there', () => {
    const notify = { email: true, sms: true, phone: true };
    expect(mapped({ InvoiceEmailAddress: 'a@x' }, undefined, { notify })).toMatchObject({
      email: { value: 'a@x', toBeNotified: true },
      mobile: { toBeNotified: false },
      telephone: { toBeNotified: false },
    });
  });
});
