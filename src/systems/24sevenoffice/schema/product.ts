import { z } from 'zod';

import { product } from '../contract/product-service.ts';
import { mappedProduct, suppliedProduct } from '../return-properties.ts';
import { answered } from './answered.ts';
import { apiException } from './api-exception.ts';

/**
 * A product. Numbers and bar codes are text: they have leading zeros. Loose, because extra fields are
 * looked up among the columns.
 */
export const productSchema = z.looseObject({
  ...answered(product, mappedProduct),
  APIException: apiException,
});
export type Product = z.infer<typeof productSchema>;

/** A product of which only the ids were asked: there may be 100,000 in one answer. */
export const productIdsSchema = z.object(answered(product, suppliedProduct));
