import { countryCode } from '../../../domain/country.ts';
import type { PostalAddress } from '../../../domain/order.ts';
import type { VendorAddress, VendorAddresses } from '../schema/address.ts';
import { systemName } from '../system-name.ts';
import type { Faults } from '../../kit/mapping/mapping-problems.ts';

/** Where goods go if the address before isn't there. */
const nextBest = ['Delivery', 'Post', 'Visit', 'Invoice'] as const;

/** An address that says where: a country, a state or a name alone don't. */
function saysWhere(address: VendorAddress | undefined): address is VendorAddress {
  return (
    address !== undefined &&
    [address.Street, address.PostalCode, address.PostalArea, address.City].some(
      (member) => member !== undefined,
    )
  );
}

/** The address to deliver to: Delivery, else Post, Visit, Invoice; undefined where none says where. */
export function deliveryAddressOf(
  addresses: VendorAddresses | undefined,
): VendorAddress | undefined {
  return nextBest.map((kind) => addresses?.[kind]).find(saysWhere);
}

/** The address to invoice to, where it says where. */
export function invoiceAddressOf(
  addresses: VendorAddresses | undefined,
): VendorAddress | undefined {
  return saysWhere(addresses?.Invoice) ? addresses.Invoice : undefined;
}

/**
 * The members of an address that are the same everywhere. The street may hold several lines; from the
 * third on they share `address3`. The place is PostalArea, which is where real data has it, else City.
 */
export function postalAddress(address: VendorAddress): Omit<PostalAddress, 'name' | 'countryCode'> {
  const [address1, address2, ...others] = linesOf(address.Street);
  return {
    address1,
    address2,
    address3: others.length === 0 ? undefined : others.join(', '),
    postCode: address.PostalCode,
    city: address.PostalArea ?? address.City,
    countryStateCode: address.State,
  };
}

/** The ISO code of a country as somebody wrote it; a fault where no country is meant for certain. */
export function mappedCountry(
  written: string | undefined,
  field: string,
  faults: Faults,
): string | undefined {
  if (written === undefined) return undefined;
  return (
    countryCode(written) ??
    faults.add(
      field,
      `"${written}" is no country that can be recognised.`,
      `Write its two-letter code in ${systemName}, for example NO.`,
    )
  );
}

const linesOf = (street: string | undefined): string[] =>
  (street ?? '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
