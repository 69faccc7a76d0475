import type { Order } from '../../../domain/order.ts';
import { notification } from '../../kit/mapping/address.ts';
import type { Company } from '../schema/company.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';

/**
 * The consignee's e-mail address and phone numbers: the order's own, else the company's. Whether the
 * warehouse uses them is always said, and never of one that isn't there.
 */
export function contactOf(
  order: InvoiceOrder,
  company: Company | undefined,
  notify: TwentyFourSevenOfficeSettings['orders']['notify'],
): Pick<Order, 'email' | 'mobile' | 'telephone'> {
  const emails = company?.EmailAddresses;
  const phones = company?.PhoneNumbers;
  const phone = order.CustomerDeliveryPhone;
  const email = [
    order.InvoiceEmailAddress,
    ...[emails?.Invoice, emails?.Primary, emails?.Work, emails?.Home, emails?.Alternative].map(
      (entry) => entry?.Value,
    ),
  ];
  const mobile = [phones?.Mobile, phones?.Primary, phones?.Work, phones?.Home];
  const telephone = [phones?.Primary, phones?.Work, phones?.Home, phones?.Mobile];
  return {
    email: notification(firstOf(email.map(firstEmail)), notify.email),
    mobile: notification(phone ?? firstOf(mobile.map((entry) => entry?.Value)), notify.sms),
    telephone: notification(phone ?? firstOf(telephone.map((entry) => entry?.Value)), notify.phone),
  };
}

const firstOf = (values: readonly (string | undefined)[]): string | undefined =>
  values.find((value) => value !== undefined);

/** The field may hold several addresses (its separator is undocumented); a notification has one. */
const firstEmail = (text: string | undefined): string | undefined =>
  text?.split(/[\s,;]+/).find((address) => address !== '');
