import type { Notification } from '../../../domain/order.ts';
import { notification } from '../../kit/mapping/address.ts';
import type { Company } from '../schema/company.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';

/** How the consignee can be reached. */
export interface Contact {
  readonly email: Notification;
  readonly mobile: Notification;
  readonly telephone: Notification;
}

/**
 * The consignee's e-mail address and phone numbers: the order's own, else the company's. Whether the
 * warehouse uses them is always said, and never of one that isn't there.
 */
export function contactOf(
  order: InvoiceOrder,
  company: Company | undefined,
  notify: TwentyFourSevenOfficeSettings['orders']['notify'],
): Contact {
  const emails = company?.EmailAddresses;
  const phones = company?.PhoneNumbers;
  const phone = order.CustomerDeliveryPhone;
  return {
    email: notification(
      firstEmail(order.InvoiceEmailAddress) ??
        firstEmail(emails?.Invoice) ??
        firstEmail(emails?.Primary) ??
        firstEmail(emails?.Work) ??
        firstEmail(emails?.Home) ??
        firstEmail(emails?.Alternative),
      notify.email,
    ),
    mobile: notification(
      phone ?? phones?.Mobile ?? phones?.Primary ?? phones?.Work ?? phones?.Home,
      notify.sms,
    ),
    telephone: notification(
      phone ?? phones?.Primary ?? phones?.Work ?? phones?.Home ?? phones?.Mobile,
      notify.phone,
    ),
  };
}

/** The field may hold several addresses (its separator is undocumented); a notification has one. */
const firstEmail = (text: string | undefined): string | undefined =>
  text?.split(/[\s,;]+/).find((address) => address !== '');
