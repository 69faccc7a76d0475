import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import getPort from 'get-port';
import PQueue from 'p-queue';
import { expect, inject, test } from 'vitest';
import { stringify } from 'yaml';

import { create24SevenOffice } from '../sandbox/24sevenoffice/24sevenoffice.ts';
import { sandboxCredential } from '../sandbox/24sevenoffice/identities.ts';
import { createOngoing } from '../sandbox/ongoing/ongoing.ts';
import { demoAccount } from '../sandbox/ongoing/options.ts';
import { startSandbox } from '../sandbox/server.ts';
import {
  orderSignals,
  orderWorkflowId,
  workflowQueue,
  workflowTypes,
} from '../src/domain/names.ts';
import { type OrderInput, rulesOfToday } from '../src/domain/order-input.ts';
import { applyConnections } from '../src/temporal/apply.ts';
import { call } from '../test/http/caller.ts';
import { eventually } from '../test/world/eventually.ts';
import { openNamespace } from '../test/world/namespace.ts';
import { snapshot } from '../test/workflows/states.ts';
import { startWorkerProcess } from './worker-process.ts';

const connections = Number(process.env['BENCH_CONNECTIONS'] ?? 100);
const openOrders = Number(process.env['BENCH_OPEN_ORDERS'] ?? 100);
const idle = Number(process.env['BENCH_IDLE'] ?? 250);
const settlesMs = 5_000;
const startsAtATime = 40;

const method = `One worker process of the built product serves every connection. It isn’t the first to do so. Ready is the
time from its start until GET /ready says so: Node, the configuration, two workers for each connection and the workflows' one. Then ${settlesMs / 1_000} s pass. Open orders have been
taken and written to the warehouse, and wait for their shipment. Memory is the highest resident set of the process
(VmHWM). The processes of the connections are switched off: nothing but the orders happens. The vendors are
simulated over local sockets; Temporal's development server and all the rest share the ${cpus().length} processors of this machine.`;

test.each([
  { connections: idle, orders: 0 },
  { connections, orders: openOrders },
])(
  '$connections connections with $orders open orders each',
  async ({ connections, orders }) => {
    const goodsOwners = Array.from({ length: connections }, (_, index) => index + 1);
    const wms = createOngoing({
      accounts: [{ ...demoAccount, goodsOwners: goodsOwners.map((id) => ({ id, name: `${id}` })) }],
    });
    const erp = create24SevenOffice();
    for (const goodsOwnerId of goodsOwners) {
      wms.addArticle({ goodsOwnerId, articleNumber: 'A-1', productCode: '4711' });
      wms.addArticle({ goodsOwnerId, articleNumber: 'A-2', productCode: '4712' });
    }
    const arrived = () => goodsOwners.reduce((sum, id) => sum + wms.orders(id).length, 0);
    const sandbox = await startSandbox({ vendors: [erp, wms] });
    const access = await openNamespace(inject('temporalAddress'));
    const folder = await mkdtemp(join(tmpdir(), 'crossdock-tenants-'));
    const file = join(folder, 'crossdock.yaml');
    const ids = goodsOwners.map((id) => `tenant-${id}`);
    await writeFile(
      file,
      stringify({
        connections: Object.fromEntries(
          ids.map((id, index) => [id, tenant(sandbox.url, id, goodsOwners[index])]),
        ),
      }),
    );
    const { failed } = await applyConnections(
      access,
      ids.map((id) => ({ id, configured: configured(id) })),
    );
    expect(failed).toEqual([]);
    const port = await getPort();
    const start = () => startWorkerProcess(file, access, ['--http', `127.0.0.1:${port}`]);
    const isReady = async () => {
      const answer = await call(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
      return answer?.status === 200;
    };
    const untilReady = async () =>
      await eventually(isReady, { what: 'that it is ready', withinMs: 120_000 });
    // What `apply` began is taken up once; what is measured is what every later start costs.
    const earlier = start();
    await untilReady();
    await sleep(settlesMs);
    await earlier.stop();
    const began = performance.now();
    const worker = start();
    try {
      await untilReady();
      const readyMs = Math.round(performance.now() - began);
      await sleep(settlesMs);
      const idleMegabytes = megabytes((await worker.used()).residentBytes);
      const queue = new PQueue({ concurrency: startsAtATime });
      const started = performance.now();
      for (let order = 0; order < orders; order += 1) {
        for (const [index, connection] of ids.entries()) {
          const number = String(1_000_000 + order * connections + index);
          const input: OrderInput = {
            connection,
            order: { id: number, number },
            source: '24SevenOffice',
            warehouse: 'Ongoing WMS',
            timeZone: 'Europe/Oslo',
            rules: rulesOfToday,
          };
          const reading = snapshot({ id: number, number });
          const read = reading.order && { ...reading.order, id: number, number };
          void queue.add(
            async () =>
              await access.client.workflow.signalWithStart(workflowTypes.order, {
                workflowId: orderWorkflowId(connection, number),
                taskQueue: workflowQueue,
                args: [input],
                signal: orderSignals.snapshot,
                signalArgs: [{ ...reading, order: read }],
              }),
          );
        }
        await queue.onSizeLessThan(startsAtATime);
      }
      await queue.onIdle();
      await eventually(() => arrived() === orders * connections, {
        what: 'that every order is at the warehouse',
        withinMs: 10 * 60_000,
      });
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      await sleep(settlesMs);
      const { peakBytes, residentBytes, processorSeconds } = await worker.used();
      const figures = {
        connections,
        openOrders: orders * connections,
        readyMs,
        idleMegabytes,
        peakMegabytes: megabytes(peakBytes),
        residentMegabytes: megabytes(residentBytes),
        processorSeconds,
        ...(orders === 0 ? {} : { seconds }),
      };
      process.stdout.write(['', method, '', JSON.stringify(figures), ''].join('\n'));
    } finally {
      await worker.stop();
      await access.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
  20 * 60_000,
);

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

function tenant(url: string, id: string, goodsOwnerId: number | undefined) {
  const off = { enabled: false };
  return {
    name: id,
    source: { system: '24sevenoffice', url: `${url}/24sevenoffice`, ...sandboxCredential },
    warehouse: {
      system: 'ongoing',
      url: `${url}/ongoing/nord`,
      username: 'sandbox',
      password: 'sandbox',
      goodsOwnerId,
    },
    orders: off,
    shipments: off,
    articles: off,
    suppliers: off,
    stock: off,
  };
}

function configured(name: string) {
  return {
    name,
    source: '24SevenOffice',
    warehouse: 'Ongoing WMS',
    timeZone: 'Europe/Oslo',
    fingerprint: name,
    processes: {},
  };
}
