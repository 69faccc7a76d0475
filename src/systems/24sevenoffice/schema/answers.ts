import { z } from 'zod';

import { companySchema, listedCompanySchema } from './company.ts';
import { deliveryMethodSchema, invoiceOrderSchema } from './invoice-order.ts';
import { productIdsSchema, productSchema } from './product.ts';
import { items, part, text } from './scalars.ts';

/** The results of operations. */
export const identity = part(z.looseObject({ Id: text }));

export const invoices = items('InvoiceOrder', invoiceOrderSchema);

export const deliveryMethods = items('DeliveryMethod', deliveryMethodSchema);

export const products = items('Product', productSchema);

export const productIds = items('Product', productIdsSchema);

export const companies = items('Company', companySchema);

export const listedCompanies = items('Company', listedCompanySchema);
