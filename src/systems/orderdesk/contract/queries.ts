/**
 * What a parameter may be: `texts` are joined by commas, `time` has the vendor's form without a zone, a
 * `flag` is 1 or true, a `direction` ASC or DESC.
 */
export type Parameter = 'text' | 'texts' | 'integer' | 'time' | 'flag' | 'direction';
export type QueryTable = Readonly<Record<string, Parameter>>;

const page = { limit: 'integer', offset: 'integer' } as const;

/** Whom an order is for. */
const people = {
  email: 'text',
  customer_id: 'text',
  customer_first_name: 'text',
  customer_last_name: 'text',
  customer_company: 'text',
  customer_address1: 'text',
  customer_phone: 'text',
  shipping_first_name: 'text',
  shipping_last_name: 'text',
  shipping_company: 'text',
  shipping_address1: 'text',
  shipping_phone: 'text',
} as const;

/** The parameters of `GET /orders`. */
export const orders = {
  ...page,
  folder_id: 'texts',
  folder_name: 'text',
  source_id: 'text',
  source_name: 'text',
  search_start_date: 'time',
  search_end_date: 'time',
  search_start_date_local: 'time',
  search_end_date_local: 'time',
  modified_start_date: 'time',
  modified_end_date: 'time',
  get_order_history: 'flag',
  order_by: 'text',
  order: 'direction',
  ...people,
} as const;

/** The parameters of `GET /inventory-items`. */
export const inventory = { ...page, code: 'texts', search: 'text' } as const;
