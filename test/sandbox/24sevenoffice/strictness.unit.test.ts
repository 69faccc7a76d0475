import { describe, expect, test } from 'vitest';
import {
  bench,
  envelope,
  faultString,
  invoiceSearch,
  invoicesToSave,
  message,
  namespace,
  orderIds,
  paths,
} from './soap-client.ts';

const { send, call, vendor } = bench();
const { OrderId } = vendor.addOrder({ CustomerId: '701' });
const search = invoiceSearch(orderIds([OrderId]));
const action = `"${namespace}/GetInvoices"`;

describe('a request as the contract has it is taken', () => {
  test('in SOAP 1.1', () => {
    expect(call('invoice', 'GetInvoices', search)).toMatchObject({ status: 200 });
  });

  test('in SOAP 1.2, with the action in the content type or without one', () => {
    const body = envelope(message('GetInvoices', search)).replace(
      'http://schemas.xmlsoap.org/soap/envelope/',
      'http://www.w3.org/2003/05/soap-envelope',
    );
    for (const parameter of ['', `; action="${namespace}/GetInvoices"`]) {
      const contentType = `application/soap+xml; charset=utf-8${parameter}`;
      const reply = send({ contentType, body });
      expect(reply.status).toBe(200);
      expect(reply.headers['content-type']).toContain('application/soap+xml');
    }
  });

  test('at a path in other letters, with prefixes, comments, CDATA and references', () => {
    const reply = send({
      path: paths.invoice.toLowerCase(),
      action,
      body: envelope(
        `<t:GetInvoices xmlns:t="${namespace}"><!-- all --><t:searchParams><t:OrderIds>` +
          `<t:int><![CDATA[${OrderId}]]></t:int><t:int>&#49;</t:int></t:OrderIds></t:searchParams>` +
          '<t:invoiceReturnProperties><t:string>OrderId</t:string></t:invoiceReturnProperties>' +
          '</t:GetInvoices>',
      ),
    });
    expect(reply.body).toContain(`<OrderId>${OrderId}</OrderId>`);
  });
});

describe('the envelope', () => {
  test.each([
    ['another namespace', namespace.toLowerCase(), action],
    ['no namespace', '', action],
  ])('%s of the message is refused', (_what, wrong, soapAction) => {
    const body = envelope(`<GetInvoices xmlns="${wrong}">${search}</GetInvoices>`);
    const reply = send({ action: soapAction, body });
    expect(reply.status).toBe(500);
    expect(faultString(reply)).toContain(namespace);
  });

  test.each([
    ['unknown', `"${namespace}/GetOrders"`],
    ['of another namespace', '"http://24sevenoffice.com/webservices/GetInvoices"'],
    ['of another service', `"${namespace}/GetProducts"`],
    ['inherited from JavaScript', `"${namespace}/constructor"`],
    ['empty', '""'],
  ])('an action that is %s is refused', (_what, wrong) => {
    const reply = send({ action: wrong, body: envelope(message('GetInvoices', search)) });
    expect(reply.status).toBe(500);
    expect(faultString(reply)).toContain('did not recognize the value of HTTP Header SOAPAction');
  });

  test('a missing action is refused', () => {
    const reply = send({ body: envelope(message('GetInvoices', search)) });
    expect(faultString(reply)).toContain('supply a valid soap action');
  });

  test('an action that differs from the message is refused', () => {
    const reply = send({ action, body: envelope(message('GetDeliveryMethods')) });
    expect(faultString(reply)).toContain('must hold one GetInvoices');
  });

  test('another version of SOAP than the content type says is refused', () => {
    const reply = send({
      contentType: 'application/soap+xml; charset=utf-8',
      body: envelope(message('GetInvoices', search)),
    });
    expect(reply.status).toBe(500);
    expect(reply.body).toContain('VersionMismatch');
  });

  test.each([
    ['cut off', envelope(message('GetInvoices', search)).slice(0, -20)],
    ['not XML', 'OrderIds=1'],
    ['empty', ''],
    ['with a bare ampersand', envelope(message('GetInvoices', 'a & b'))],
    ['with an unknown reference', envelope(message('GetInvoices', '&nbsp;'))],
    ['with a control character', envelope(message('GetInvoices', '\u0001'))],
    ['with a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
  ])('a body that is %s is refused', (_what, body) => {
    const reply = send({ action, body });
    expect(reply.status).toBe(500);
    expect(faultString(reply)).toContain('unable to read request');
  });

  test('another content type is refused', () => {
    expect(send({ action, contentType: 'application/json', body: '{}' }).status).toBe(415);
  });

  test('another path and another method are refused', () => {
    expect(send({ path: '/Economy/Invoice/InvoiceService.asmx', body: '' }).status).toBe(404);
    expect(send({ method: 'GET', body: '' }).status).toBe(405);
  });
});

describe('the content', () => {
  const save = (item: string) => call('invoice', 'SaveInvoices', invoicesToSave(item));
  const nil = '<IncludeVAT xsi:nil="true"/>';
  const known = `<OrderId>${OrderId}</OrderId><CustomerId>701</CustomerId>`;

  test.each([
    ['an unknown element', `${known}<Staus>Confirmed</Staus>${nil}`, '<Staus'],
    ['an element of another namespace', `${known}${nil}<Paid xmlns="urn:x"/>`, 'urn:x'],
    ['another order', `<CustomerId>701</CustomerId><OrderId>1</OrderId>${nil}`, 'wrong place'],
    ['an element twice', `${known}<CustomerId>701</CustomerId>${nil}`, 'wrong place'],
    ['text between elements', `${known}${nil}oops`, 'a text was not expected'],
    ['no IncludeVAT at the end', known, 'IncludeVAT> is required'],
    ['no IncludeVAT in between', `${known}<YourReference>x</YourReference>`, 'IncludeVAT> is req'],
    ['a status as people say it', `${known}<OrderStatus>Sent</OrderStatus>${nil}`, "'Sent' is not"],
    ['a status in small letters', `${known}<OrderStatus>confirmed</OrderStatus>${nil}`, "'confirm"],
    ['an empty status', `${known}<OrderStatus/>${nil}`, 'Instance validation error'],
    ['an empty number', `<OrderId/>${nil}`, 'not in a correct format'],
    ['a number with a decimal', `<OrderId>1.0</OrderId>${nil}`, 'not in a correct format'],
    ['a number that is too large', `<OrderId>2147483648</OrderId>${nil}`, 'correct format'],
    ['an empty dateTime', `${known}${nil}<DeliveryDate/>`, 'AllXsd'],
    ['a date', `${known}${nil}<DeliveryDate>2026-11-24</DeliveryDate>`, 'AllXsd'],
    ['a day that is not', `${known}${nil}<Paid>2026-02-30T00:00:00</Paid>`, 'AllXsd'],
    ['a date of JavaScript', `${known}${nil}<Paid>Sat Nov 21 2026</Paid>`, 'AllXsd'],
    ['a scientific decimal', `${known}${nil}<PaymentAmount>1.1e+06</PaymentAmount>`, 'format'],
    ['a decimal with a comma', `${known}${nil}<PaymentAmount>1,5</PaymentAmount>`, 'format'],
    ['an empty decimal', `${known}${nil}<PaymentAmount/>`, 'correct format'],
    ['no number', `${known}${nil}<Commission>NaN</Commission>`, 'correct format'],
    ['a boolean as people say it', `${known}<IncludeVAT>yes</IncludeVAT>`, 'Boolean'],
    ['an empty boolean', `${known}<IncludeVAT/>`, 'Boolean'],
    ['a broken guid', `${known}${nil}<InvoiceTemplateId>12</InvoiceTemplateId>`, 'Guid'],
    ['nil where it may not be', `<OrderId xsi:nil="true"/>${nil}`, 'must not be nil'],
    ['nil with content', `${known}<IncludeVAT xsi:nil="true">true</IncludeVAT>`, 'must be empty'],
    ['an attribute', `<OrderId id="1">1</OrderId>${nil}`, 'the attribute id'],
    ['an element in a text', `${known}${nil}<ReferenceNumber><b/></ReferenceNumber>`, 'a text was'],
  ])('with %s is refused', (_what, item, words) => {
    const before = vendor.order(OrderId);
    const reply = save(item);
    expect(reply.status).toBe(500);
    expect(faultString(reply)).toMatch(/^Server was unable to process request\. ---&gt; /);
    expect(faultString(reply)).toContain(words.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(vendor.order(OrderId)).toEqual(before);
  });

  test.each([
    ['a bare array', '<OrderIds>10001</OrderIds>'],
    ['a repeated array', `<OrderIds><int>1</int></OrderIds><OrderIds><int>2</int></OrderIds>`],
    ['items of another name', '<OrderIds><string>10001</string></OrderIds>'],
    ['an empty item', '<OrderIds><int/></OrderIds>'],
    ['ids joined by commas', '<OrderIds><int>1,2</int></OrderIds>'],
    [
      'a status that is not',
      '<OrderStates><OrderSlipStateType>Sent</OrderSlipStateType></OrderStates>',
    ],
  ])('of a search with %s is refused', (_what, params) => {
    expect(call('invoice', 'GetInvoices', invoiceSearch(params)).status).toBe(500);
  });

  test.each([
    ['nothing', ''],
    ['an empty search', '<searchParams/>'],
    ['empty arrays', '<searchParams><OrderStates/><OrderIds/></searchParams>'],
    [
      'the time that means none',
      '<searchParams><ChangedAfter>0001-01-01T00:00:00</ChangedAfter></searchParams>',
    ],
  ])('of GetInvoices with %s is refused', (_what, content) => {
    expect(faultString(call('invoice', 'GetInvoices', content))).toContain(
      'Please specify at least one search parameter',
    );
  });

  test('with the values that mean "not set" sets nothing', () => {
    const before = vendor.order(OrderId);
    const reply = save(
      `${known}<CustomerName></CustomerName><InvoiceId>-2147483648</InvoiceId>${nil}` +
        '<PaymentAmount>-79228162514264337593543950335</PaymentAmount>' +
        '<DeliveryDate>0001-01-01T00:00:00</DeliveryDate><ReferenceNumber/>',
    );
    expect(reply.status).toBe(200);
    expect(vendor.order(OrderId)).toEqual(before);
  });

  test('a quantity of stock that is missing is refused', () => {
    const reply = call('product', 'SetStockQuantity', '<productId>4001</productId>');
    expect(faultString(reply)).toContain('stockQuantity');
  });
});
