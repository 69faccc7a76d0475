import type { CallContext } from '../../kit/call-context.ts';
import type { InventoryLookUp } from './inventory-look-up.ts';
import type { LocationOf } from '../mapping/lines.ts';
import type { StoreOrder } from '../schema/order.ts';
import type { OrderDeskSettings } from '../settings.ts';

/** Where items are kept changes seldom, and every reading of an order asks. */
const keptMs = 10 * 60_000;
const mostKept = 20_000;

/** Where the items of orders are kept: an order's item doesn't say, its inventory item does. */
export class Locations {
  readonly #items: InventoryLookUp;
  readonly #wanted: boolean;
  readonly #kept = new Map<string, { readonly location: string; readonly untilMs: number }>();

  constructor(items: InventoryLookUp, { products }: Pick<OrderDeskSettings, 'products'>) {
    this.#items = items;
    this.#wanted = products.inventoryLocations.length > 0;
  }

  /** The locations of all items of these orders. No call is made where the connection doesn't filter. */
  async of(orders: readonly StoreOrder[], call: CallContext): Promise<LocationOf> {
    const known = new Map<string, string>();
    if (!this.#wanted) return (code) => known.get(code);
    const codes = orders.flatMap(({ order_items: items }) =>
      items.flatMap(({ code }) => (code === undefined ? [] : [code])),
    );
    const now = Date.now();
    if (this.#kept.size > mostKept) this.#kept.clear();
    await Promise.all(
      [...new Set(codes)].map(async (code) => {
        const kept = this.#kept.get(code);
        if (kept !== undefined && now < kept.untilMs) {
          known.set(code, kept.location);
          return;
        }
        const item = await this.#items.find(code, call);
        // A missing item is asked for again: making it is how people mend the fault.
        if (item === undefined) return;
        const location = item.location ?? '';
        known.set(code, location);
        this.#kept.set(code, { location, untilMs: now + keptMs });
      }),
    );
    return (code) => known.get(code);
  }
}
