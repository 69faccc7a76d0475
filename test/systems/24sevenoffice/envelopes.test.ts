import { expect, test } from 'vitest';

import {
  getDeliveryMethods,
  getInvoices,
  saveOrders,
} from '../../../src/systems/24sevenoffice/orders/order-requests.ts';
import { setStockQuantity } from '../../../src/systems/24sevenoffice/registry/registry-requests.ts';
import { lightProperties } from '../../../src/systems/24sevenoffice/return-properties.ts';
import { Services } from '../../../src/systems/24sevenoffice/soap/services.ts';
import { type Request, soapCall } from '../../../src/systems/24sevenoffice/soap/soap-call.ts';
import { answer, StubVendor } from './stub-vendor.ts';

const start =
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"  xmlns:g="http://microsoft.com/wsdl/types/" xmlns:t="http://24sevenOffice.com/webservices"><soap:Body>';
const namespaces =
  'xmlns:t="http://24sevenOffice.com/webservices" xmlns="http://24sevenOffice.com/webservices"';

/** What goes over the wire, letter by letter: the vendor's server was tried with nothing else. */
test.each<[Request<unknown>, string]>([
  [getDeliveryMethods, ''],
  [
    setStockQuantity('4711', '12.5'),
    '<t:productId>4711</t:productId><t:stockQuantity>12.5</t:stockQuantity>',
  ],
  [
    getInvoices(
      { statuses: ['Confirmed'], ids: ['1', '2'], changedAfter: '2026-01-01T00:00:00Z' },
      { ...lightProperties, row: ['RowId'] },
    ),
    '<t:searchParams><t:ChangedAfter>2026-01-01T00:00:00Z</t:ChangedAfter><t:OrderStates><t:OrderSlipStateType>Confirmed</t:OrderSlipStateType></t:OrderStates><t:OrderIds><t:int>1</t:int><t:int>2</t:int></t:OrderIds></t:searchParams><t:invoiceReturnProperties><t:string>OrderId</t:string><t:string>CustomerId</t:string><t:string>OrderStatus</t:string><t:string>DateChanged</t:string></t:invoiceReturnProperties><t:rowReturnProperties><t:string>RowId</t:string></t:rowReturnProperties>',
  ],
  [
    saveOrders([{ id: '1', customerId: '2', status: 'OrderState_Sent', invoiceText: 'a & <b>' }]),
    '<t:invoices><t:InvoiceOrder><t:OrderId>1</t:OrderId><t:CustomerId>2</t:CustomerId><t:OrderStatus>OrderState_Sent</t:OrderStatus><t:IncludeVAT xsi:nil="true"></t:IncludeVAT><t:InvoiceText>a &amp; &lt;b&gt;</t:InvoiceText></t:InvoiceOrder></t:invoices>',
  ],
])('the envelope of a call: %#', async (request, content) => {
  const vendor = await StubVendor.start(({ operation }) =>
    answer(operation, operation === 'SetStockQuantity' ? 'true' : ''),
  );
  const permit = { signal: new AbortController().signal, timeoutMs: 5_000 };
  await soapCall(new Services(vendor.url), request, permit);
  await vendor.stop();
  const [received] = vendor.received;
  const { operation } = request;
  expect(received?.body).toBe(
    `${start}<t:${operation} ${namespaces}>${content}</t:${operation}></soap:Body></soap:Envelope>`,
  );
  expect(received?.headers['soapaction']).toBe(
    `"http://24sevenOffice.com/webservices/${operation}"`,
  );
});
