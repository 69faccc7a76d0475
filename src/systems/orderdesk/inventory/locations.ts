import type { CallContext } from '../../kit/call-context.ts';
import type { InventoryLookUp } from './inventory-look-up.ts';
import type { LocationOf } from '../mapping/lines.ts';
import type { StoreOrder } from '../schema/order.ts';
import type { OrderDeskSettings } from '../settings.ts';

/** Where items are kept changes seldom, and every reading of an order asks. */
const keptMs = 10 * 60_000;
const mostKept = 20_000;

/** Where the items of orders are kept: an order's item doesn't say, its inventory item does. */
export function locationsOf(
  items: InventoryLookUp,
  { products }: Pick<OrderDeskSettings, 'products'>,
) {
  const kept = new Map<string, { readonly location: string; readonly untilMs: number }>();
  const wanted = products.inventoryLocations.length > 0;

  /** The locations of all items of these orders. No call is made where the connection doesn't filter. */
  async function of(orders: readonly StoreOrder[], call: CallContext): Promise<LocationOf> {
    const known = new Map<string, string>();
    if (!wanted) return (code) => known.get(code);
    const codes = orders.flatMap(({ order_items: items }) =>
      items.flatMap(({ code }) => (code === undefined ? [] : [code])),
    );
    const now = Date.now();
    if (kept.size > mostKept) kept.clear();
    await Promise.all(
      [...new Set(codes)].map(async (code) => {
        const lately = kept.get(code);
        if (lately !== undefined && now < lately.untilMs) {
          known.set(code, lately.location);
          return;
        }
        const item = await items.find(code, call);
        // A missing item is asked for again: making it is how people mend the fault.
        if (item === undefined) return;
        const location = item.location ?? '';
        known.set(code, location);
        kept.set(code, { location, untilMs: now + keptMs });
      }),
    );
    return (code) => known.get(code);
  }

  return { of };
}
export type Locations = ReturnType<typeof locationsOf>;
