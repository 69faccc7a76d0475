import { z } from 'zod';

import { company } from '../contract/company-service.ts';
import { companyProperties, listedCompany, supplierProperties } from '../return-properties.ts';
import { answered } from './answered.ts';
import { apiException } from './api-exception.ts';

/** A customer or a supplier. */
export const companySchema = z.object({
  ...answered(company, [...companyProperties, ...supplierProperties]),
  APIException: apiException,
});
export type Company = z.infer<typeof companySchema>;

/** A company of which only this was asked: there may be tens of thousands in one answer. */
export const listedCompanySchema = z.object(answered(company, listedCompany));
