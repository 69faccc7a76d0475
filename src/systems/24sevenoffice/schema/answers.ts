import { z } from 'zod';

import { companySchema } from './company.ts';
import { invoiceOrderSchema } from './invoice-order.ts';
import { productSchema } from './product.ts';
import { items, part, text } from './scalars.ts';

/**
 * An operation's answer. Null where the response element is empty, which means that there is no
 * result. Strict, because the library gives the whole document, or an empty object, where it found no
 * response element at all.
 */
const answer = <Name extends string, Result extends z.ZodType>(name: Name, result: Result) =>
  z.preprocess(
    (body) => (body === null ? {} : isEmptyObject(body) ? undefined : body),
    z.strictObject({ [name]: result, attributes: z.unknown().optional() } as Record<
      Name,
      Result
    > & {
      attributes: z.ZodOptional<z.ZodUnknown>;
    }),
  );

const isEmptyObject = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.keys(body).length === 0;

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

export const productsAnswer = answer('GetProductsResult', items('Product', productSchema));

export const companiesAnswer = answer('GetCompaniesResult', items('Company', companySchema));
