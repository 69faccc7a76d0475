/** An order as 24SevenOffice answers it, with everything that the integration reads. */
export const fullOrder = (id: number, over: Readonly<Record<string, string>> = {}): string => {
  const members: Record<string, string> = {
    OrderId: String(id),
    CustomerId: '1001',
    CustomerName: 'Nordlys Butikk AS',
    CustomerDeliveryName: 'Nordlys Butikk Grünerløkka',
    CustomerDeliveryPhone: '+4790000001',
    Addresses:
      '<Post xsi:nil="true" /><Delivery><Street>Markveien 1&#xD;\nOppgang B</Street><State /><PostalCode>0554</PostalCode><PostalArea>Oslo</PostalArea><Country>NO</Country></Delivery><Visit xsi:nil="true" /><Invoice><Street>Postboks 12</Street><PostalCode>0101</PostalCode><PostalArea>Oslo</PostalArea><Country>Norge</Country></Invoice>',
    OrderStatus: 'Confirmed',
    DateChanged: '2026-11-23T09:30:00',
    IncludeVAT: '',
    YourReference: 'Kari',
    InvoiceTitle: 'Ring on arrival',
    InvoiceEmailAddress: 'shop@example.com',
    InvoiceRows: row(1),
    DeliveryDate: '2026-11-23T23:00:00Z',
    ReferenceNumber: 'PO-77',
    DeliveryMethod: '<Id>4</Id><Description>Bring 1202</Description>',
    CustomerDeliveryId: '-2147483648',
    ...over,
  };
  return xmlOf('InvoiceOrder', members);
};

/** A row of an order. */
export const row = (rowId: number, over: Readonly<Record<string, string>> = {}): string =>
  xmlOf('InvoiceRow', {
    ProductId: '4711',
    RowId: String(rowId),
    Name: 'T-shirt red M',
    Quantity: '2.0000',
    ProductNo: 'TS-RED-M',
    ...over,
  });

/** A light order: what a guard or a listing reads. */
export const lightOrder = (id: number, status = 'Confirmed', customerId = '1001'): string =>
  xmlOf('InvoiceOrder', {
    OrderId: String(id),
    CustomerId: customerId,
    OrderStatus: status,
    DateChanged: '2026-11-23T09:30:00',
  });

/** An element with its members; one that is `omit` is left out. */
export const xmlOf = (name: string, members: Readonly<Record<string, string>>): string =>
  `<${name}>${Object.entries(members)
    .filter(([, value]) => value !== 'omit')
    .map(([member, value]) => `<${member}>${value}</${member}>`)
    .join('')}</${name}>`;

/** From when a request asks for what changed. */
export const changedAfterIn = (body: string | undefined): string | undefined =>
  /(?:ChangedAfter|DateChanged)>([^<]+)</.exec(body ?? '')?.[1];

/** The ids of an element in a request, in order: `<t:int>5</t:int>`. */
export const idsIn = (body: string): number[] =>
  [...body.matchAll(/<[a-z]+:int>(\d+)</g)].map((match) => Number(match[1]));
