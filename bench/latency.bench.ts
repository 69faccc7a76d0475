import { cpus } from 'node:os';

import { expect, test } from 'vitest';

import { World } from '../test/world/world.ts';
import { type Customer, percentile, travel } from './travels.ts';
import { merchant, shopkeeper } from './customers.ts';

const orders = Number(process.env['BENCH_ORDERS'] ?? 14);
const latencyMs = Number(process.env['BENCH_LATENCY_MS'] ?? 0);
/**
 * Order Desk lets three calls a second through, and an order that comes alone takes seven: orders that
 * come faster would measure its bucket.
 */
const everyMs = 2_500;
const askedEvery = '5s';
const token = 'a word for the bench';

const method = `${orders} orders for each figure, one every ${everyMs / 1_000} s; each is shipped 1 to 6 s after the warehouse has it.
Asking: both ends every ${askedEvery}, the shortest interval there is; with another interval, up to that long is added.
Calls: the vendors call, and are asked once a day. 24SevenOffice can’t call, so its orders are found by asking.
The vendors are simulated over local sockets and take ${latencyMs} ms for each call; the worker, the vendors and Temporal’s
development server share the ${cpus().length} processors of this machine.`;

interface Row {
  readonly source: string;
  readonly way: string;
  readonly by: 'asking' | 'calls';
  readonly orders: number;
  readonly p50: number;
  readonly p95: number;
}

async function measured(source: string, by: 'asking' | 'calls'): Promise<Row[]> {
  const isShop = source === 'Order Desk';
  const everyCall = by === 'calls' ? '1d' : askedEvery;
  const world = await World.open({
    latencyMs,
    ...(isShop ? { shop: {} } : {}),
    ...(by === 'calls' ? { webhooks: { token } } : {}),
    orders: {
      enabled: true,
      every: isShop ? everyCall : askedEvery,
      ...(isShop ? { defaultCurrency: 'NOK' } : {}),
    },
    shipments: {
      enabled: true,
      every: everyCall,
      waitForTracking: '0s',
      ...(isShop ? { followUp: '0s' } : {}),
    },
  });
  try {
    const customer: Customer = isShop ? shopkeeper(world) : merchant(world);
    const pace = { orders, everyMs, ...(by === 'calls' ? { token } : {}) };
    const { toWarehouse, backToSource } = await travel(world, customer, pace);
    const row = (way: string, times: readonly number[]): Row => ({
      source,
      way,
      by,
      orders: times.length,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
    });
    return [
      ...(isShop || by === 'asking' ? [row('order to warehouse', toWarehouse)] : []),
      row('shipped to reported', backToSource),
    ];
  } finally {
    await world.close();
  }
}

test('how long an order and its shipment take', async () => {
  const sources = ['24SevenOffice', 'Order Desk'];
  const rows: Row[] = [];
  for (const by of ['asking', 'calls'] as const) {
    const both = await Promise.all(sources.map(async (source) => await measured(source, by)));
    rows.push(...both.flat());
  }
  rows.sort((a, b) => a.source.localeCompare(b.source) || a.way.localeCompare(b.way));
  const line = (...cells: readonly string[]) =>
    cells
      .map((cell, index) => cell[index > 2 ? 'padStart' : 'padEnd'](widths[index] ?? 9))
      .join('  ');
  const widths = [14, 20, 7, 9, 9];
  process.stdout.write(
    [
      '',
      method,
      '',
      line('source', 'way', 'by', 'p50', 'p95'),
      ...rows.map(({ source, way, by, p50, p95 }) =>
        line(source, way, by, `${p50} ms`, `${p95} ms`),
      ),
      '',
      JSON.stringify({ orders, latencyMs, everyMs, askedEvery, rows }),
      '',
    ].join('\n'),
  );
  expect(rows.filter(({ by, p95 }) => by === 'calls' && p95 > 2_000)).toEqual([]);
}, 120_000);
