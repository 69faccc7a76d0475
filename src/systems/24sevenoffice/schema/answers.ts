import { z } from 'zod';

import { companySchema, listedCompanySchema } from './company.ts';
import { deliveryMethodSchema, invoiceOrderSchema } from './invoice-order.ts';
import { productIdsSchema, productSchema } from './product.ts';
import { boolean, items, part, text } from './scalars.ts';

/**
 * An operation's answer. Null where the response element is empty, which means that there is no
 * result. What else stands beside a result is the vendor's to add; without one nothing may, because
 * the library gives the whole document, or an empty object, where it found no response element at all.
 */
const answer = <Name extends string, Result extends z.ZodType>(name: Name, result: Result) =>
  z.preprocess(
    (body) => (body === null ? {} : isResponse(body, name) ? body : undefined),
    z.object({ [name]: result } as Record<Name, Result>),
  );

function isResponse(body: unknown, name: string): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const members = Object.keys(body);
  return members.includes(name) || (members.length === 1 && members[0] === 'attributes');
}

export const loginAnswer = answer('LoginResult', text);

export const identityAnswer = answer('GetIdentityResult', part(z.looseObject({ Id: text })));

export const invoicesAnswer = answer(
  'GetInvoicesResult',
  items('InvoiceOrder', invoiceOrderSchema),
);

export const savedInvoicesAnswer = answer(
  'SaveInvoicesResult',
  items('InvoiceOrder', invoiceOrderSchema),
);

export const deliveryMethodsAnswer = answer(
  'GetDeliveryMethodsResult',
  items('DeliveryMethod', deliveryMethodSchema),
);

export const productsAnswer = answer('GetProductsResult', items('Product', productSchema));

export const productIdsAnswer = answer('GetProductsResult', items('Product', productIdsSchema));

export const stockAnswer = answer('SetStockQuantityResult', boolean);

export const companiesAnswer = answer('GetCompaniesResult', items('Company', companySchema));

export const listedCompaniesAnswer = answer(
  'GetCompaniesResult',
  items('Company', listedCompanySchema),
);
