import { setTimeout as sleep } from 'node:timers/promises';

import { call } from '../test/http/caller.ts';
import { orderCall } from '../test/http/order-call.ts';
import { listening } from '../test/http/listening.ts';
import { eventually } from '../test/world/eventually.ts';
import type { World } from '../test/world/world.ts';

/** How long each order took for both ways, in milliseconds. */
export interface Travels {
  readonly toWarehouse: readonly number[];
  readonly backToSource: readonly number[];
}

/** What a source's people do, and what can be seen there. */
export interface Customer {
  /** Makes an order; gives its id and its number. */
  readonly order: () => { readonly id: string; readonly number: string };
  readonly isReported: (id: string) => boolean;
  /** Calls our webhook as the source does; missing where the source can't. */
  readonly tell?: (url: string, id: string) => Promise<unknown>;
}

export interface Pace {
  readonly orders: number;
  /** Between two orders, in milliseconds. */
  readonly everyMs: number;
  /** The word for the warehouse's webhook; missing: nobody calls. */
  readonly token?: string;
}

const lookingMs = { withinMs: 60_000 };
/** At the warehouse nothing leaves sooner, nor later than this. */
const shippedAfterMs = { least: 1_000, most: 6_000 };

/** Lets orders come one after another, ships each, and takes the times. */
export async function travel(world: World, customer: Customer, pace: Pace): Promise<Travels> {
  const http = await listening(world.access, () => world.configuration());
  const toWarehouse: number[] = [];
  const backToSource: number[] = [];

  const oneOrder = async (index: number): Promise<void> => {
    const { id, number } = customer.order();
    const placed = performance.now();
    if (pace.token !== undefined) await customer.tell?.(http.url, id);
    await eventually(() => world.wms.order(number), {
      what: `order ${number} there`,
      ...lookingMs,
    });
    toWarehouse.push(performance.now() - placed);

    // Spread evenly, so that no interval of asking is met at one point alone.
    const share = (index * 0.618) % 1;
    await sleep(shippedAfterMs.least + share * (shippedAfterMs.most - shippedAfterMs.least));
    world.wms.ship(number, { waybills: [`37${number}`] });
    const shipped = performance.now();
    if (pace.token !== undefined) {
      await call(`${http.url}/webhooks/ongoing/${world.connection}`, {
        headers: { 'content-type': 'application/json', 'x-auth-token': pace.token },
        body: JSON.stringify(orderCall(world.wms, number)),
      });
    }
    await eventually(() => customer.isReported(id), { what: `order ${number} back`, ...lookingMs });
    backToSource.push(performance.now() - shipped);
  };

  try {
    const under: Promise<void>[] = [];
    for (let index = 0; index < pace.orders; index += 1) {
      under.push(oneOrder(index));
      await sleep(pace.everyMs);
    }
    await Promise.all(under);
  } finally {
    await http.close();
  }
  return { toWarehouse, backToSource };
}

/** The time that a share of all stays within (nearest rank), in whole milliseconds. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
}
