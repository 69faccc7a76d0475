import type { CallContext } from '../../kit/call-context.ts';
import { byId, isId } from '../registry/by-id.ts';
import type { Client } from '../soap/client.ts';
import { getDeliveryMethods } from './order-requests.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';

/** People seldom change the list. */
const rememberedMs = 60 * 60_000;
/** All that wait share one reading of the whole list. */
const mostWaiting = 10_000;

/** The account's descriptions by the method's id. */
type Descriptions = ReadonlyMap<string | undefined, string | undefined>;

/** The account's list of delivery methods, for orders that name one by its id alone. */
export function deliveryMethodsOf(client: Client) {
  let known: { readonly descriptions: Descriptions; readonly until: number } | undefined;
  const joined = byId<string | undefined>(client, mostWaiting, async (_ids, sharedBy, turn) => {
    const { value } = await client.send({ ...getDeliveryMethods, sharedBy }, turn);
    const descriptions: Descriptions = new Map(
      value.map(({ Id, Description }) => [Id, Description]),
    );
    known = { descriptions, until: performance.now() + rememberedMs };
    return descriptions;
  });

  /** The order with the description of its delivery method, where the order or the list has one. */
  async function describe(order: InvoiceOrder, call: CallContext): Promise<InvoiceOrder> {
    const method = order.DeliveryMethod;
    if (method === undefined || method.Description !== undefined || !isId(method.Id)) return order;
    const Description = await descriptionOf(method.Id, call);
    if (Description === undefined) return order;
    return { ...order, DeliveryMethod: { ...method, Description } };
  }

  async function descriptionOf(id: string, call: CallContext): Promise<string | undefined> {
    if (known !== undefined && performance.now() < known.until) return known.descriptions.get(id);
    return await joined.add(id, call);
  }

  return { describe };
}
export type DeliveryMethods = ReturnType<typeof deliveryMethodsOf>;
