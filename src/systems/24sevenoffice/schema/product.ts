import { z } from 'zod';

import { apiException } from './api-exception.ts';
import { decimal, int, text } from './scalars.ts';

/** A product. Numbers and bar codes are text: they have leading zeros. */
export const productSchema = z.object({
  Id: int,
  Name: text,
  Description: text,
  EAN1: text,
  No: text,
  APIException: apiException,
  Weight: decimal,
});
export type Product = z.infer<typeof productSchema>;
