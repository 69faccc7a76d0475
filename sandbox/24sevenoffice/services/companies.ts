import { unprocessed } from '../wire/service-fault.ts';
import { among, type Handler, isAfter, isSame } from './handler.ts';
import { matchesText } from './search-text.ts';

/** GetCompanies. The id comes back even where it wasn't asked for, as it does at the vendor. */
export const getCompanies: Handler<'GetCompanies'> = (
  { searchParams: asked = {}, returnProperties = [] },
  { book, seesData },
) => {
  if (Object.values(asked).every(({ length }) => length === 0)) {
    throw unprocessed('Please specify at least one search parameter');
  }
  const hasId = among(asked.CompanyIds);
  const found = [...book.companies.values()].filter(
    (company) =>
      hasId(company.Id) &&
      isSame(company.Id, asked.CompanyId) &&
      isSame(company.ExternalId, asked.ExternalId) &&
      isSame(company.OrganizationNumber, asked.OrganizationNumber) &&
      matchesText(company.Name, asked.CompanyName) &&
      holds(company.PhoneNumbers, asked.CompanyPhone) &&
      holds(company.EmailAddresses, asked.CompanyEmail) &&
      isAfter(company.DateChanged, asked.ChangedAfter),
  );
  return {
    value: seesData ? found : [],
    wanted: { Company: new Set(['Id', ...returnProperties]) },
  };
};

const holds = (
  contacts: Readonly<Record<string, { readonly Value?: string }>> | undefined,
  asked: string | undefined,
): boolean =>
  asked === undefined || Object.values(contacts ?? {}).some(({ Value }) => Value === asked);
