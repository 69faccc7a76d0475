import { apiException } from './api-exception.ts';
import { addresses, emailAddresses, phoneNumbers } from './contact-details.ts';
import type { Service } from './description.ts';
import {
  dateTime,
  enumeration,
  int,
  ints,
  listOf,
  part,
  sequence,
  string,
  strings,
  text,
  withDefault,
} from './members.ts';

/** What a company is to the merchant; one that is several things has one type only. */
export const companyType = enumeration('CompanyType', [
  'None',
  'Lead',
  'Consumer',
  'Business',
  'Supplier',
]);

/** A customer or a supplier. It is only read, so that members that nobody asks for aren't described. */
export const company = sequence('Company', {
  APIException: part(apiException),
  Id: int,
  ExternalId: text,
  OrganizationNumber: text,
  Name: text,
  FirstName: text,
  Addresses: part(addresses),
  PhoneNumbers: part(phoneNumbers),
  EmailAddresses: part(emailAddresses),
  Country: text,
  Type: withDefault(companyType, 'None'),
  DateChanged: dateTime,
});

const searchParameters = sequence('CompanySearchParameters', {
  ExternalId: string,
  CompanyId: int,
  CompanyIds: ints,
  CompanyName: text,
  ChangedAfter: dateTime,
  CompanyEmail: text,
  CompanyPhone: text,
  OrganizationNumber: text,
});

/** Customers and suppliers, which are both companies to the vendor. */
export const companyService = {
  name: 'CompanyService',
  path: '/CRM/Company/V001/CompanyService.asmx',
  operations: {
    GetCompanies: {
      request: { searchParams: part(searchParameters), returnProperties: strings },
      result: part(listOf(company)),
    },
  },
} as const satisfies Service;
