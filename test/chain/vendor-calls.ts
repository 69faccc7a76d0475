import type { World } from '../world/world.ts';

/** How often each operation was called, by `<vendor> <operation>`, the most frequent first. */
export type VendorCalls = readonly (readonly [operation: string, calls: number])[];

/** What the simulated vendors received since they were last told to forget it. */
export function vendorCalls({ sandbox }: Pick<World, 'sandbox'>): VendorCalls {
  return Object.entries(sandbox.counts())
    .flatMap(([vendor, counts]) =>
      Object.entries(counts).map(
        ([operation, calls]) => [`${vendor} ${operation}`, calls] as const,
      ),
    )
    .sort(([, a], [, b]) => b - a);
}

/** Calls in all. */
export const allOf = (calls: VendorCalls): number =>
  calls.reduce((sum, [, count]) => sum + count, 0);

/** A table for people: each operation, its calls, and how many that is for each order. */
export function callsTable(calls: VendorCalls, orders: number): string {
  const line = (name: string, count: number) =>
    `${name.padEnd(48)}${String(count).padStart(8)}${(count / orders).toFixed(3).padStart(12)}`;
  return [
    `${'operation'.padEnd(48)}${'calls'.padStart(8)}${'per order'.padStart(12)}`,
    ...calls.map(([name, count]) => line(name, count)),
    line('all', allOf(calls)),
  ].join('\n');
}
