import type { OrderReference } from '../../../domain/order.ts';
import type { Snapshot } from '../../../domain/snapshot.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { byId, isId } from '../registry/by-id.ts';
import type { Client } from '../soap/client.ts';
import { getInvoices } from './order-requests.ts';
import { fullProperties, guardProperties, type OrderProperties } from '../return-properties.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';
import type { Snapshots } from './snapshot.ts';

/** Orders in one joined request. */
const maxOrders = 100;

/** Orders read by their ids, joined with others who ask at the same time. */
export function ordersOf(
  client: Client,
  settings: TwentyFourSevenOfficeSettings,
  snapshots: Snapshots,
) {
  const full = reader(client, fullProperties(settings.orders.extraFields));
  const light = reader(client, guardProperties(settings.shipments.trackingField));

  /** The order as it is now, or undefined where 24SevenOffice no longer has it. */
  async function read({ id }: OrderReference, call: CallContext): Promise<Snapshot | undefined> {
    if (!isId(id)) return undefined;
    const found = await full.add(id, call);
    return found && (await snapshots.of(id, found.order, found.at, call));
  }

  /** Only where the order stands, with the text that tracking is added to where it is; or undefined where 24SevenOffice no longer has it. */
  async function glance(
    { id }: OrderReference,
    call: CallContext,
  ): Promise<InvoiceOrder | undefined> {
    return isId(id) ? (await light.add(id, call))?.order : undefined;
  }

  return { read, glance };
}
export type Orders = ReturnType<typeof ordersOf>;

const reader = (client: Client, properties: OrderProperties) =>
  byId(client, maxOrders, async (ids, sharedBy, turn) => {
    const request = { ...getInvoices({ ids }, properties), sharedBy };
    const { value, at } = await client.send(request, turn);
    return new Map(value.map((order) => [order.OrderId, { order, at }]));
  });
