import type { PostalAddress } from '../../../domain/order.ts';
import type { StoreAddress } from '../schema/order.ts';
import { addressLines } from '../../kit/mapping/address.ts';

/** First and last name, as far as they are there. */
export const personOf = (address: StoreAddress): string | undefined =>
  [address.first_name, address.last_name].filter((part) => part !== undefined).join(' ') ||
  undefined;

/** Whom the address is of: the company, else the person. */
export const nameOf = (address: StoreAddress): string | undefined =>
  address.company ?? personOf(address);

/** An address that says where: a name, a phone or a country alone don't. */
export const saysWhere = (address: StoreAddress): boolean =>
  [
    address.address1,
    address.address2,
    address.address3,
    address.address4,
    address.postal_code,
    address.city,
  ].some((member) => member !== undefined);

/**
 * The members of an address, without its country. Where a company has a contact person, the person is
 * the first line (the warehouse has no other place for one); what doesn't fit into three lines shares
 * the third.
 */
export function postalAddress(address: StoreAddress): Omit<PostalAddress, 'countryCode'> {
  const person = address.company === undefined ? undefined : personOf(address);
  return {
    name: nameOf(address),
    ...addressLines([
      person === undefined ? undefined : `Att: ${person}`,
      address.address1,
      address.address2,
      address.address3,
      address.address4,
    ]),
    postCode: address.postal_code,
    city: address.city,
    countryStateCode: address.state,
  };
}
