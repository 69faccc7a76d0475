import { readFile, stat, writeFile } from 'node:fs/promises';

import { orderHash } from '../../../src/domain/order-hash.ts';
import type { Snapshot } from '../../../src/domain/snapshot.ts';
import type { CallContext } from '../../../src/systems/kit/call-context.ts';
import type { RateLimiter } from '../../../src/systems/kit/pacing/rate-limiter.ts';
import type { Source } from '../../../src/systems/ports/source.ts';
import { type FileOrder, fileOrders, mapOrder } from './order.ts';

/** Opens a file of orders as a source. */
export function openFile(file: string, statuses: readonly string[], limiter: RateLimiter): Source {
  const read = async (call: CallContext): Promise<readonly FileOrder[]> =>
    await limiter.run(call, async () => fileOrders.parse(JSON.parse(await readFile(file, 'utf8'))));
  const snapshotOf = (order: FileOrder): Snapshot => {
    const mapped = mapOrder(order);
    return {
      id: order.id,
      number: order.id,
      changedAt: order.changedAt,
      readAt: new Date().toISOString(),
      status: order.status,
      standing: statuses.includes(order.status) ? 'pulled' : 'elsewhere',
      hash: orderHash(mapped),
      order: mapped,
      faults: [],
    };
  };
  return {
    name: 'A JSON file',
    marksImported: false,
    changes: async (_position, call) => ({
      entries: (await read(call)).map(snapshotOf),
      position: {},
      more: false,
    }),
    read: async ({ id }, call) => {
      const order = (await read(call)).find((each) => each.id === id);
      return order && snapshotOf(order);
    },
    markImported: () => Promise.resolve({ kind: 'not wanted' }),
    reportShipment: async ({ id }, { tracking }, _seenShippedAt, call) => {
      const orders = await read(call);
      const order = orders.find((each) => each.id === id);
      if (order === undefined) return { kind: 'gone' };
      if (order.status === 'sent') return { kind: 'already', status: 'sent' };
      const sent = { ...order, status: 'sent', tracking: tracking.map(({ number }) => number) };
      await writeFile(file, JSON.stringify(orders.map((each) => (each === order ? sent : each))));
      return { kind: 'reported', status: 'sent' };
    },
    articles: () => Promise.resolve({ articles: [], faults: [] }),
    probe: async () => {
      await stat(file);
    },
  };
}
