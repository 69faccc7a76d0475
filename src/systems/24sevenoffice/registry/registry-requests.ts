import type { z } from 'zod';

import type { DecimalText } from '../../../domain/decimal.ts';
import type { Instant } from '../../../domain/order.ts';
import type { Operation } from '../contract/services.ts';
import type { Request } from '../soap/soap-call.ts';
import { companies, listedCompanies, productIds, products } from '../schema/answers.ts';
import { boolean } from '../schema/scalars.ts';
import { listedCompany, suppliedProduct } from '../return-properties.ts';

/** Which products or companies: those that changed after a moment, or those with these ids. */
export type RegistrySearch =
  { readonly changedAfter: Instant } | { readonly ids: readonly string[] };

/**
 * Before anything changed. Everything is asked for by it: a search for companies without any parameter
 * is refused, and of one for products the documentation doesn't say what it means.
 */
export const always: Instant = '1900-01-01T00:00:00Z';

const reading = <const Of extends Operation, Search, Answer>(
  operation: Of,
  searchParams: Search,
  properties: readonly string[],
  answer: z.ZodType<Answer>,
) => ({
  operation,
  parameters: { searchParams, returnProperties: { string: properties } },
  answer,
});

const productsBy = (search: RegistrySearch) =>
  'ids' in search ? { ProductIds: { int: search.ids } } : { DateChanged: search.changedAfter };

const companiesBy = (search: RegistrySearch) =>
  'ids' in search ? { CompanyIds: { int: search.ids } } : { ChangedAfter: search.changedAfter };

/** Reads products. */
export const getProducts = (search: RegistrySearch, properties: readonly string[]) =>
  reading('GetProducts', productsBy(search), properties, products);

/** Reads the ids of products and nothing else. */
export const listProducts = (changedAfter: Instant) =>
  reading('GetProducts', productsBy({ changedAfter }), ['Id'], productIds);

/** Reads which supplier delivers which product, of all products. */
export const listProductSuppliers = () =>
  reading('GetProducts', productsBy({ changedAfter: always }), suppliedProduct, productIds);

/** Reads companies. */
export const getCompanies = (search: RegistrySearch, properties: readonly string[]) =>
  reading('GetCompanies', companiesBy(search), properties, companies);

/** Reads the ids of companies, and of what type they are. */
export const listCompanies = (changedAfter: Instant) =>
  reading('GetCompanies', companiesBy({ changedAfter }), listedCompany, listedCompanies);

/**
 * Sets a product's stock, one product for each call.
 * @param quantity in plain notation: the vendor can't read any other
 */
export const setStockQuantity = (productCode: string, quantity: DecimalText) =>
  ({
    operation: 'SetStockQuantity',
    parameters: { productId: productCode, stockQuantity: quantity },
    answer: boolean,
  }) satisfies Request<unknown>;
