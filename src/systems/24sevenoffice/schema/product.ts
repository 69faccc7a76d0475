import { z } from 'zod';

import { apiException } from './api-exception.ts';
import { boolean, decimal, int, text, time } from './scalars.ts';

/**
 * A product. Numbers and bar codes are text: they have leading zeros. Loose, because extra fields are
 * looked up among the columns.
 */
export const productSchema = z.looseObject({
  Id: int,
  SupplierId: int,
  Name: text,
  Stock: decimal,
  StatusId: int,
  Description: text,
  EAN1: text,
  No: text,
  DateChanged: time,
  APIException: apiException,
  Weight: decimal,
  StockControlled: boolean,
});
export type Product = z.infer<typeof productSchema>;

/** A product of which only the ids were asked: there may be 100,000 in one answer. */
export const productIdsSchema = z.object({ Id: int, SupplierId: int });
