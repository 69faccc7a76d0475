import type { Order, OrderLine } from '../../../src/domain/order.ts';

/** Two lines that name their article by product code, as 24SevenOffice's do. */
export const firstLine: OrderLine = {
  rowNumber: '501',
  article: { productCode: '4711' },
  label: 'TS-RED-M',
  quantity: '4',
};
export const secondLine: OrderLine = {
  rowNumber: '502',
  article: { productCode: '4712' },
  label: 'TS-RED-L',
  quantity: '0.5',
};

/** A made-up order with a value in everything that the mapping from 24SevenOffice fills. */
export const salesOrder: Order = {
  id: '90210',
  number: '10482',
  deliveryDate: '2026-11-24',
  deliveryDateIsDefault: false,
  referenceNumber: 'PO-7781',
  salesCode: 'Testperson Innkjøp',
  remark: 'Web order, November',
  wayOfDelivery: { code: '7', name: 'Bring 1202', text: 'Bring 1202' },
  consignee: {
    customerNumber: '5511',
    name: 'Eksempel Mottak AS',
    address1: 'Prøvegata 1',
    postCode: '0150',
    city: 'Oslo',
    countryCode: 'NO',
    countryStateCode: '03',
    invoiceAddress: {
      name: 'Eksempel Regnskap AS',
      address1: 'Fakturaveien 2',
      postCode: '5003',
      city: 'Bergen',
      countryCode: 'NO',
      countryStateCode: '46',
    },
  },
  email: { value: 'mottak@eksempel.test', toBeNotified: false },
  mobile: { value: '+4799999999', toBeNotified: false },
  telephone: { value: '22222222', toBeNotified: false },
  lines: [firstLine, secondLine],
};
