import { describe, expect, test } from 'vitest';

import { at, deliveredTo, invoicedTo, mapped, type Raw, row } from './mapped-order.ts';

describe('the sales order table of the brief', () => {
  test.each<[brief: string, source: Raw, path: string, value: unknown]>([
    ['GoodsOwnerOrderNumber ⇐ OrderId', {}, 'number', '10482'],
    ['(internal id) ⇐ OrderId', {}, 'id', '10482'],
    ['DeliveryDate', { DeliveryDate: '2026-12-01T00:00:00' }, 'deliveryDate', '2026-12-01'],
    ['ReferenceNumber', { ReferenceNumber: 'PO 7' }, 'referenceNumber', 'PO 7'],
    ['SalesCode ⇐ YourReference', { YourReference: 'Kari' }, 'salesCode', 'Kari'],
    [
      'WayOfDelivery ⇐ DeliveryMethod.Description',
      { DeliveryMethod: { Id: '4', Description: 'Bring' } },
      'wayOfDelivery.text',
      'Bring',
    ],
    [
      'WayOfDeliveryType.Code ⇐ DeliveryMethod.Id',
      { DeliveryMethod: { Id: '4', Description: 'Bring' } },
      'wayOfDelivery.code',
      '4',
    ],
    [
      'WayOfDeliveryType.Name ⇐ DeliveryMethod.Description',
      { DeliveryMethod: { Id: '4', Description: 'Bring' } },
      'wayOfDelivery.name',
      'Bring',
    ],
    ['OrderRemark ⇐ InvoiceTitle', { InvoiceTitle: 'Line 1\nLine 2' }, 'remark', 'Line 1\nLine 2'],
    ['CustomerNumber ⇐ CustomerId', {}, 'consignee.customerNumber', '1001'],
    ['Name ⇐ CustomerDeliveryName', {}, 'consignee.name', 'Receiver AS'],
    ['Address ⇐ Street', {}, 'consignee.address1', 'Markveien 1'],
    ['PostCode ⇐ PostalCode', {}, 'consignee.postCode', '0554'],
    ['City ⇐ PostalArea', {}, 'consignee.city', 'Oslo'],
    ['CountryCode ⇐ Country', deliveredTo({ Country: 'Sverige' }), 'consignee.countryCode', 'SE'],
    ['CountryStateCode ⇐ State', deliveredTo({ State: 'TX' }), 'consignee.countryStateCode', 'TX'],
    [
      'MobilePhone ⇐ CustomerDeliveryPhone',
      { CustomerDeliveryPhone: '0047' },
      'mobile.value',
      '0047',
    ],
    [
      'TelePhone ⇐ CustomerDeliveryPhone',
      { CustomerDeliveryPhone: '0047' },
      'telephone.value',
      '0047',
    ],
    ['Email ⇐ InvoiceEmailAddress', { InvoiceEmailAddress: 'a@b.no' }, 'email.value', 'a@b.no'],
    ['InvoiceAddress.Name ⇐ CustomerName', {}, 'consignee.invoiceAddress.name', 'Buyer AS'],
    [
      'InvoiceAddress.Address ⇐ Street',
      invoicedTo({ Street: 'Postboks 1' }),
      'consignee.invoiceAddress.address1',
      'Postboks 1',
    ],
    [
      'InvoiceAddress.PostCode ⇐ PostalCode',
      invoicedTo({ PostalCode: '0101' }),
      'consignee.invoiceAddress.postCode',
      '0101',
    ],
    [
      'InvoiceAddress.City ⇐ PostalArea',
      invoicedTo({ PostalArea: 'Bergen' }),
      'consignee.invoiceAddress.city',
      'Bergen',
    ],
    [
      'InvoiceAddress.CountryCode ⇐ Country',
      invoicedTo({ PostalArea: 'Aarhus', Country: 'Danmark' }),
      'consignee.invoiceAddress.countryCode',
      'DK',
    ],
    [
      'InvoiceAddress.CountryStateCode ⇐ State',
      invoicedTo({ PostalArea: 'Austin', State: 'TX' }),
      'consignee.invoiceAddress.countryStateCode',
      'TX',
    ],
    ['ProductCode ⇐ ProductId', {}, 'lines.0.article.productCode', '4711'],
    ['ExternalOrderLineCode ⇐ RowId', {}, 'lines.0.rowNumber', '1'],
    ['NumberOfItems ⇐ Quantity', row({ Quantity: '14.5000' }), 'lines.0.quantity', '14.5'],
  ])('%s', (_brief, source, path, value) => {
    expect(at(mapped(source), path)).toBe(value);
  });
});
