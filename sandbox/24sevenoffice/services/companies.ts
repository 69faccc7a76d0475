import type { Company } from '../book/records.ts';
import { unprocessed } from '../soap/service-fault.ts';
import type { Members } from '../value.ts';
import { partOf, textOf, textsOf } from '../value.ts';
import type { Operation } from './operation.ts';
import { isAfter, propertiesIn } from './operation.ts';
import { matchesText } from './search-text.ts';

const parameters = [
  'ExternalId',
  'CompanyId',
  'CompanyName',
  'ChangedAfter',
  'CompanyEmail',
  'CompanyPhone',
  'OrganizationNumber',
];

const valuesOf = (contacts: Company['PhoneNumbers'] | Company['EmailAddresses']): string[] =>
  Object.values(contacts ?? {}).flatMap((contact) => contact?.Value ?? []);

function matcher(search: Members | undefined): (company: Company) => boolean {
  const ids = new Set(textsOf(search, 'CompanyIds'));
  const asked = (name: string) => textOf(search, name);
  const same = (value: string | undefined, wanted: string | undefined): boolean =>
    wanted === undefined || value === wanted;
  const holds = (values: readonly string[], wanted: string | undefined): boolean =>
    wanted === undefined || values.includes(wanted);
  return (company) =>
    (ids.size === 0 || ids.has(company.Id)) &&
    same(company.Id, asked('CompanyId')) &&
    same(company.ExternalId, asked('ExternalId')) &&
    same(company.OrganizationNumber, asked('OrganizationNumber')) &&
    matchesText(company.Name, asked('CompanyName')) &&
    holds(valuesOf(company.PhoneNumbers), asked('CompanyPhone')) &&
    holds(valuesOf(company.EmailAddresses), asked('CompanyEmail')) &&
    isAfter(company.DateChanged, asked('ChangedAfter'));
}

/** GetCompanies. The id comes back even where it wasn't asked for, as it does at the vendor. */
export const getCompanies: Operation = (args, { book, seesData }) => {
  const search = partOf(args, 'searchParams');
  const asked = parameters.some((name) => textOf(search, name) !== undefined);
  if (!asked && textsOf(search, 'CompanyIds').length === 0) {
    throw unprocessed('Please specify at least one search parameter');
  }
  const found = [...book.companies.values()].filter(matcher(search));
  return {
    value: seesData ? found : [],
    wanted: { Company: new Set(['Id', ...propertiesIn(args, 'returnProperties')]) },
  };
};
