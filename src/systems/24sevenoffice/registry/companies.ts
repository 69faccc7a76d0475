import type { CallContext } from '../../kit/call-context.ts';
import { byId, isId } from './by-id.ts';
import type { Client } from '../soap/client.ts';
import { deliveryAddressOf } from '../mapping/address.ts';
import { consigneeName } from '../mapping/consignee.ts';
import { getCompanies } from './registry-requests.ts';
import { companyProperties } from '../return-properties.ts';
import type { Company } from '../schema/company.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';

/** As many as a production connector asks for in one call. */
const maxCompanies = 1_000;

/** Companies by their ids, joined, with these properties. */
export const companiesById = (client: Client, atOnce: number, properties: readonly string[]) =>
  byId(client, atOnce, async (ids, sharedBy, turn) => {
    const request = { ...getCompanies({ ids }, properties), sharedBy };
    const { value } = await client.send(request, turn);
    return new Map(value.map((company) => [company.Id, company]));
  });

/** The companies behind orders, read where an order lacks something that the company may have. */
export function companiesOf(client: Client) {
  const joined = companiesById(client, maxCompanies, companyProperties);

  /** The company that completes the order; undefined where nothing is lacking or there is none. */
  async function behind(order: InvoiceOrder, call: CallContext): Promise<Company | undefined> {
    const id = companyIdOf(order);
    return id === undefined || !lacksSomething(order) ? undefined : await joined.add(id, call);
  }

  return { behind };
}
export type Companies = ReturnType<typeof companiesOf>;

/** The goods go to the delivery company where it is another than the customer. */
const companyIdOf = (order: InvoiceOrder): string | undefined =>
  [order.CustomerDeliveryId, order.CustomerId].find(isId);

function lacksSomething(order: InvoiceOrder): boolean {
  const address = deliveryAddressOf(order.Addresses);
  return (
    consigneeName(order, undefined) === undefined ||
    address?.Country === undefined ||
    order.InvoiceEmailAddress === undefined ||
    order.CustomerDeliveryPhone === undefined
  );
}
