import type { DecimalText } from './decimal.ts';

/** A calendar date, `YYYY-MM-DD`: a day as people at the warehouse mean it, in no time zone. */
export type CalendarDate = string;

/** An instant in UTC as ISO 8601 with `Z`. */
export type Instant = string;

/** Which order is meant, at both ends. */
export interface OrderReference {
  /** The source's internal id. Stands in the workflow id and in the warehouse's goodsOwnerOrderId. */
  readonly id: string;
  /** What people call the order; the warehouse's order number. */
  readonly number: string;
}

/** A postal address. Every member may be missing; a missing one is never an empty string. */
export interface PostalAddress {
  readonly name?: string;
  readonly address1?: string;
  readonly address2?: string;
  readonly address3?: string;
  readonly postCode?: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly countryCode?: string;
  readonly countryStateCode?: string;
}

/** Who receives the goods. */
export interface Consignee extends PostalAddress {
  readonly name: string;
  readonly customerNumber?: string;
  readonly remark?: string;
  readonly doorCode?: string;
  readonly invoiceAddress?: PostalAddress;
}

/** A way to reach the consignee, and whether the warehouse is to use it. */
export interface Notification {
  readonly value?: string;
  /** Always explicit: the warehouse must not fall back to a default of its own. */
  readonly toBeNotified: boolean;
}

/** How the goods travel, as the source names it; the warehouse assigns the carrier. */
export interface WayOfDelivery {
  readonly code?: string;
  readonly name?: string;
  /** The free text that people read beside the coded way of delivery. */
  readonly text?: string;
}

/** Which article a line means: the source's product code, or the warehouse's article number. */
export type ArticleKey = { readonly productCode: string } | { readonly articleNumber: string };

/**
 * Extra fields of the connection (`orders.extraFields`): warehouse field → value as text. What a key
 * means only the warehouse's adapter knows; to everybody else it is a text.
 */
export type ExtraFields = Readonly<Record<string, string>>;

/** What a line costs, as the source tells it. */
export interface Price {
  readonly amount: DecimalText;
  /** ISO 4217, upper case. */
  readonly currency?: string;
}

/** One thing to pick. */
export interface OrderLine {
  /** Unique in the order and stable over revisions. */
  readonly rowNumber: string;
  readonly article: ArticleKey;
  /** What people call the product, for messages: its number and name where they are known. */
  readonly label: string;
  readonly quantity: DecimalText;
  readonly shouldBePicked?: boolean;
  readonly serialNumber?: string;
  readonly price?: Price;
  readonly extra?: ExtraFields;
}

/** An order in the field's own words, mapped from the source and not yet in the warehouse's words. */
export interface Order extends OrderReference {
  readonly deliveryDate: CalendarDate;
  /** The source names no delivery date: `deliveryDate` is the day of the reading, and no change. */
  readonly deliveryDateIsDefault: boolean;
  readonly referenceNumber?: string;
  readonly salesCode?: string;
  readonly remark?: string;
  readonly deliveryInstruction?: string;
  readonly servicePointCode?: string;
  readonly orderType?: string;
  /** Where the packing slip's PDF can be fetched that goes with the order. */
  readonly packingSlipUrl?: string;
  readonly wayOfDelivery?: WayOfDelivery;
  readonly transporter?: { readonly code: string; readonly serviceCode?: string };
  readonly consignee: Consignee;
  readonly email: Notification;
  readonly mobile: Notification;
  readonly telephone: Notification;
  readonly lines: readonly OrderLine[];
  readonly extra?: ExtraFields;
}
