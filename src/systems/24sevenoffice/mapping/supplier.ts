import type { Supplier } from '../../../domain/supplier.ts';
import type { CompanyRead } from '../../ports/registry-source.ts';
import type { Company } from '../schema/company.ts';
import { systemName } from '../system-name.ts';
import { mappedCountry } from '../../kit/mapping/address.ts';
import { postalAddress } from './address.ts';
import { MappingProblems } from '../../kit/mapping/mapping-problems.ts';
import { unreadableItem } from './unreadable.ts';

/** Whether a type of company is the one of suppliers; a company that is both has one type only. */
export const isSupplierType = (type: string | undefined): boolean => type === 'Supplier';

/** A company as a supplier, or what is wrong with it. Any company may be one: products name it. */
export function mapSupplier(number: string, company: Company): CompanyRead {
  const isSupplier = isSupplierType(company.Type);
  const field = `Supplier ${number}`;
  if (company.APIException !== undefined) {
    const fault = unreadableItem(field, `company ${number}`, company.APIException);
    return { number, isSupplier, faults: [fault] };
  }
  const faults = new MappingProblems();
  const supplier = supplierFrom(number, company, field, faults);
  return {
    number,
    isSupplier,
    supplier: faults.all.length > 0 ? undefined : supplier,
    faults: faults.all,
  };
}

function supplierFrom(
  number: string,
  { Name: name, Addresses, Country }: Company,
  field: string,
  faults: MappingProblems,
): Supplier | undefined {
  const post = Addresses?.Post;
  const countryCode = mappedCountry(
    post?.Country ?? Country,
    `${field}, country`,
    systemName,
    faults,
  );
  if (name === undefined) {
    return faults.add(
      field,
      `Company ${number} has no name in ${systemName}.`,
      'Give the company a name there.',
    );
  }
  const { address1, city: area, address2, address3, postCode } = post ? postalAddress(post) : {};
  // The other way about than for an order's addresses: the mapping names City, real data has PostalArea.
  const city = post?.City ?? area;
  return {
    number,
    name,
    address: address1,
    address2,
    address3,
    postCode,
    city,
    countryCode,
  };
}
