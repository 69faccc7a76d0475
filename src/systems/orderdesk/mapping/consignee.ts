import type { Consignee, Order, PostalAddress } from '../../../domain/order.ts';
import type { StoreAddress, StoreOrder } from '../schema/order.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';
import { mappedCountry, notification } from '../../kit/mapping/address.ts';
import { nameOf, postalAddress, saysWhere } from './address.ts';
import type { MappingProblems } from '../../kit/mapping/mapping-problems.ts';

/**
 * Who receives the goods, from the shipping address, and who is invoiced, from the customer. Where the
 * shipping address says nowhere, the customer's does for both.
 */
export function consigneeOf(
  order: StoreOrder,
  doorCode: string | undefined,
  faults: MappingProblems,
): Consignee | undefined {
  const address =
    !saysWhere(order.shipping) && saysWhere(order.customer) ? order.customer : order.shipping;
  const todo = `Complete the shipping address in ${systemName}.`;
  const name = nameOf(address) ?? nameOf(order.customer);
  if (name === undefined) {
    faults.add('Delivery name', 'The order names neither a person nor a company.', todo);
  }
  if (!saysWhere(address)) {
    faults.add('Delivery address', 'The order has no address to deliver to.', todo);
  }
  if (saysWhere(address) && address.country === undefined) {
    faults.add('Delivery country', 'The shipping address has no country.', todo);
  }
  const country = mappedCountry(address.country, 'Delivery country', systemName, faults);
  const invoiceAddress = invoicedTo(order.customer, faults);
  if (name === undefined || !saysWhere(address) || country === undefined) return undefined;
  return {
    ...postalAddress(address),
    name,
    countryCode: country,
    customerNumber: order.customer_id,
    doorCode,
    invoiceAddress,
  };
}

function invoicedTo(customer: StoreAddress, faults: MappingProblems): PostalAddress | undefined {
  const address = postalAddress(customer);
  const says = Object.values(address).some((value) => value !== undefined);
  if (!says) return undefined;
  const countryCode = saysWhere(customer)
    ? mappedCountry(customer.country, 'Invoice country', systemName, faults)
    : undefined;
  return { ...address, countryCode };
}

/** How the consignee can be reached. Whether the warehouse uses it is always said. */
export function contactOf(
  order: StoreOrder,
  notify: OrderDeskSettings['notify'],
): Pick<Order, 'email' | 'mobile' | 'telephone'> {
  const phone = order.shipping.phone ?? order.customer.phone;
  return {
    email: notification(order.email, notify.email),
    mobile: notification(phone, notify.sms),
    telephone: notification(phone, notify.phone),
  };
}
