import type { FeedPosition } from '../../../src/systems/kit/feeds/feed-page.ts';
import type { Snapshot } from '../../../src/domain/snapshot.ts';
import type { OrderDeskOptions } from '../../../sandbox/orderdesk/options.ts';
import { createOrderDesk } from '../../../sandbox/orderdesk/orderdesk.ts';
import type { OrderDeskSettings } from '../../../src/systems/orderdesk/settings.ts';
import { openStubStore } from './stub-store.ts';
import { aCall } from '../a-call.ts';
import type { Received } from '../stub-server.ts';

/** A client against the strict sandbox behind a real socket. */
export async function openSandboxStore(
  settings: Partial<OrderDeskSettings> = {},
  options: Partial<OrderDeskOptions> = {},
) {
  const shop = createOrderDesk({ bucket: null, ...options });
  const stub = await openStubStore(settings);
  /** What the shop itself answers, where a test puts something before it. */
  const inShop = (request: Received) => shop.handle(request);
  stub.answer = inShop;

  /** A whole run of the feed: what it handed out, and where the next one begins. */
  const run = async (from?: FeedPosition) => {
    const entries: Snapshot[] = [];
    let position = from;
    for (;;) {
      const page = await stub.source.changes(position, aCall());
      entries.push(...page.entries);
      position = structuredClone(page.position);
      if (!page.more) return { entries, position };
    }
  };
  return Object.assign(stub, { shop, run, inShop });
}

export type SandboxStore = Awaited<ReturnType<typeof openSandboxStore>>;

/** An order that can be mapped. */
export const goodOrder = (number: string) => ({
  source_id: number,
  shipping: {
    company: 'Nordlys AS',
    address1: 'Storgata 1',
    postal_code: '0155',
    city: 'Oslo',
    country: 'NO',
  },
  order_items: [{ code: 'TS-RED-M', quantity: '1' }],
});

/** An order as others refer to it. */
export const reference = ({ id, source_id: number }: { id: string; source_id: string }) => ({
  id,
  number,
});
