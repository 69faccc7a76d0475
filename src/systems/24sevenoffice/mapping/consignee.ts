import type { Consignee, PostalAddress } from '../../../domain/order.ts';
import type { Company } from '../schema/company.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';
import { systemName } from '../system-name.ts';
import { mappedCountry } from '../../kit/mapping/address.ts';
import { deliveryAddressOf, invoiceAddressOf, postalAddress } from './address.ts';
import type { MappingProblems } from '../../kit/mapping/mapping-problems.ts';

/**
 * Who receives the goods, and who is invoiced. Undefined, with faults, where the order and the company
 * together don't say who or where.
 */
export function consigneeOf(
  order: InvoiceOrder,
  company: Company | undefined,
  faults: MappingProblems,
): Consignee | undefined {
  const name = consigneeName(order, company);
  if (name === undefined) {
    faults.add(
      'Delivery name',
      'Neither the order nor its customer has a name.',
      `Give the order a delivery name in ${systemName}.`,
    );
  }
  const address = deliveryAddressOf(order.Addresses) ?? deliveryAddressOf(company?.Addresses);
  if (address === undefined) {
    faults.add(
      'Delivery address',
      'Neither the order nor its customer has an address.',
      `Give the order a delivery address in ${systemName}.`,
    );
  }
  const country = address?.Country ?? company?.Country;
  if (address !== undefined && country === undefined) {
    faults.add(
      'Delivery country',
      'Neither the delivery address nor the customer has a country.',
      `Give the delivery address a country in ${systemName}.`,
    );
  }
  const code = mappedCountry(country, 'Delivery country', systemName, faults);
  const invoiceAddress = invoicedTo(order, faults);
  if (name === undefined || address === undefined || code === undefined) return undefined;
  return {
    name,
    ...postalAddress(address),
    countryCode: code,
    customerNumber: order.CustomerId,
    invoiceAddress,
  };
}

/**
 * The receiver's name: the order's delivery name, else the next best of the order, else the company's.
 * CustomerDeliveryName is the only field from which the delivery name can be read for certain: the
 * delivery address's own name is documented for writing only.
 */
export const consigneeName = (
  order: InvoiceOrder,
  company: Company | undefined,
): string | undefined =>
  order.CustomerDeliveryName ??
  order.Addresses?.Delivery?.Name ??
  order.CustomerName ??
  companyName(company);

/** A private person's first name stands apart from the last. */
const companyName = (company: Company | undefined): string | undefined =>
  [company?.FirstName, company?.Name].filter((part) => part !== undefined).join(' ') || undefined;

function invoicedTo(order: InvoiceOrder, faults: MappingProblems): PostalAddress | undefined {
  const address = invoiceAddressOf(order.Addresses);
  const name = order.CustomerName ?? address?.Name;
  if (address === undefined) return name === undefined ? undefined : { name };
  const countryCode = mappedCountry(address.Country, 'Invoice country', systemName, faults);
  return { name, ...postalAddress(address), countryCode };
}
