import type { PostalAddress } from '../../../domain/order.ts';
import type { VendorAddress, VendorAddresses } from '../schema/address.ts';
import { addressLines } from '../../kit/mapping/address.ts';

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
  return {
    ...addressLines(linesOf(address.Street)),
    postCode: address.PostalCode,
    city: address.PostalArea ?? address.City,
    countryStateCode: address.State,
  };
}

const linesOf = (street: string | undefined): string[] =>
  (street ?? '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
