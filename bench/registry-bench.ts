import { cpus } from 'node:os';

import { connectionWorkflowId } from '../src/domain/names.ts';
import type { RunReport } from '../src/domain/syncs/run-report.ts';
import { addProducts } from '../test/registry/catalogue.ts';
import { allOf, type VendorCalls, vendorCalls } from '../test/chain/vendor-calls.ts';
import { eventually } from '../test/world/eventually.ts';
import { World } from '../test/world/world.ts';
import { startWorkerProcess } from './worker-process.ts';

/** How many articles there are; `BENCH_SIZES=1000,100000` asks for others. */
export const sizes = (process.env['BENCH_SIZES'] ?? '1000,10000').split(',').map(Number);
export const latencyMs = Number(process.env['BENCH_LATENCY_MS'] ?? 0);

/** Long enough for the catalogue to be written one article after another. */
export const withinMs = (size: number): number => 300_000 + size * 30;

export const method = `A worker of the built product in a process of its own; the vendors are simulated over local sockets in
another and take ${latencyMs} ms for each call; Temporal’s development server, the vendors and the worker share the ${cpus().length}
processors of this machine. Each run is one run of the process, from its start to its report. Memory is the
highest resident set of the worker’s process during the run, the hold is the longest time in which its event
loop served nobody else, events are those of the longest history of the run’s parts.`;

/** What one run used. */
export interface Figures {
  readonly articles: number;
  readonly run: string;
  readonly seconds: number;
  readonly calls: number;
  readonly callsByOperation: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
  readonly longestHoldMs: number;
  readonly events: number;
  readonly parts: number;
  readonly report: RunReport;
}

/** A catalogue at both ends, or at one, and a worker that is measured. */
export interface RegistryBench {
  readonly world: World;
  measure(name: string, run: () => Promise<{ readonly report: RunReport }>): Promise<Figures>;
  close(): Promise<void>;
}

/** Opens a world with a catalogue that nobody has touched for two days, and starts a worker. */
export async function openRegistryBench(
  articles: number,
  prepare: (world: World) => void = () => undefined,
): Promise<RegistryBench> {
  let aheadMs = -48 * 3_600_000;
  const now = () => Date.now() + aheadMs;
  const world = await World.open({
    workers: false,
    latencyMs,
    erp: { now: () => new Date(now()) },
    wms: { now },
  });
  addProducts(world, articles, '10');
  prepare(world);
  aheadMs = 0;
  const worker = startWorkerProcess(world.file, world.access);
  const page = world.access.client.workflow.getHandle(connectionWorkflowId(world.connection));
  await eventually(async () => await page.query('status').catch(() => undefined), {
    what: 'the worker',
    withinMs: 60_000,
  });
  return {
    world,
    async measure(name, run) {
      world.sandbox.forget();
      await worker.forget();
      const before = await histories(world);
      const began = performance.now();
      const { report } = await run();
      const seconds = (performance.now() - began) / 1_000;
      const { peakBytes, longestHoldMs } = await worker.used();
      const calls: VendorCalls = vendorCalls(world);
      const parts = await eventually(
        async () => {
          const now = await histories(world);
          for (const runId of before.keys()) now.delete(runId);
          return now.size > 0 && [...now.values()].every((length) => length > 0) && now;
        },
        { what: 'the run’s history' },
      );
      return {
        articles,
        run: name,
        seconds: Math.round(seconds * 10) / 10,
        calls: allOf(calls),
        callsByOperation: Object.fromEntries(calls),
        peakMegabytes: Math.round(peakBytes / 1e6),
        longestHoldMs,
        events: Math.max(...parts.values()),
        parts: parts.size,
        report,
      };
    },
    async close() {
      await worker.stop();
      await world.close();
    },
  };
}

/** The length of every finished history of a registry process, by run. */
async function histories({ access }: World): Promise<Map<string, number>> {
  const lengths = new Map<string, number>();
  const query =
    "WorkflowType IN ('syncArticles', 'syncSuppliers', 'syncStock') AND ExecutionStatus != 'Running'";
  for await (const { runId, historyLength } of access.client.workflow.list({ query })) {
    lengths.set(runId, historyLength ?? 0);
  }
  return lengths;
}

/** The figures as a table for people, and as JSON. */
export function printFigures(title: string, figures: readonly Figures[]): void {
  const row = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, index) => String(cell)[index === 1 ? 'padEnd' : 'padStart'](widths[index] ?? 9))
      .join('  ');
  const widths = [8, 18, 8, 8, 7, 9, 7, 6];
  const lines = figures.map((one) =>
    row([
      one.articles,
      one.run,
      one.calls,
      `${one.seconds} s`,
      `${one.peakMegabytes} MB`,
      `${one.longestHoldMs} ms`,
      one.events,
      one.parts,
    ]),
  );
  process.stdout.write(
    [
      '',
      title,
      '',
      row(['articles', 'run', 'calls', 'time', 'memory', 'hold', 'events', 'parts']),
      ...lines,
      '',
      method,
      '',
      ...figures.map((one) => JSON.stringify(one)),
      '',
    ].join('\n'),
  );
}
