/** Who delivers an article, in the field's own words. */
export interface Supplier {
  /** The source's id of the company. */
  readonly number: string;
  readonly name: string;
  readonly address?: string;
  readonly address2?: string;
  readonly address3?: string;
  readonly postCode?: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly countryCode?: string;
}
