import { z } from 'zod';

import { addressesSchema } from './address.ts';
import { apiException } from './api-exception.ts';
import { int, part, text, time } from './scalars.ts';

const value = part(z.object({ Value: text })).transform((entry) => entry?.Value);

/** A customer or a supplier. Phone numbers and e-mail addresses are flattened to their values. */
export const companySchema = z.object({
  APIException: apiException,
  Id: int,
  Name: text,
  FirstName: text,
  Addresses: part(addressesSchema),
  PhoneNumbers: part(z.object({ Home: value, Mobile: value, Primary: value, Work: value })),
  EmailAddresses: part(
    z.object({ Home: value, Invoice: value, Primary: value, Work: value, Alternative: value }),
  ),
  Country: text,
  Type: text,
  DateChanged: time,
});
export type Company = z.infer<typeof companySchema>;

/** A company of which only this was asked: there may be tens of thousands in one answer. */
export const listedCompanySchema = z.object({ Id: int, Type: text });
