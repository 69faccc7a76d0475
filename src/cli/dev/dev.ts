import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import getPort, { portNumbers } from 'get-port';

import type { Configuration } from '../../connections/configuration.ts';
import { startHttp } from '../../http/start-http.ts';
import { applyConnections } from '../../temporal/apply.ts';
import { openTemporal, type TemporalAccess } from '../../temporal/temporal-access.ts';
import { startWorkerProcess } from '../../temporal/worker-process.ts';
import { appliedConnections } from '../applied-connections.ts';
import { openLog } from '../log.ts';
import { Problem } from '../problem.ts';
import { readConfiguration } from '../read-configuration.ts';
import { installRuntime } from '../../temporal/runtime.ts';
import { startLiveView } from './live-view.ts';
import { type Sandbox, startSandboxProcess } from './sandbox-process.ts';
import { sandboxConfiguration } from './sandbox-configuration.ts';
import { startTemporal, type StartedTemporal } from './start-temporal.ts';

/** Where everything that `dev` starts keeps its state. */
const stateFolder = '.crossdock';
/** After Ctrl-C the workers get this long to finish what is in flight. */
const drainMs = 10_000;
/** Where it listens for webhooks: this machine alone. */
const webhookHost = '127.0.0.1';
const webhookPorts = portNumbers(8080, 8120);

export interface DevOptions {
  config?: string;
  fresh?: boolean;
  orders?: string;
}

/** `crossdock dev`: everything on this machine, until Ctrl-C. */
export async function devCommand(options: DevOptions): Promise<number> {
  const orders = Number(options.orders ?? '25');
  if (!Number.isInteger(orders) || orders < 0 || orders > 2_000) {
    throw new Problem('--orders takes a whole number from 0 to 2000.', 2);
  }
  // Read before anything is started: a wrong file costs no waiting.
  if (options.config !== undefined) readConfiguration(options.config);
  const folder = resolve(stateFolder);
  if (options.fresh === true) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });

  const interrupted = untilInterrupted();
  let server: StartedTemporal | undefined;
  let sandbox: Sandbox | undefined;
  let access: TemporalAccess | undefined;
  try {
    server = await startTemporal(folder, interrupted.signal);
    if (interrupted.signal.aborted) return 0;
    const configuration = await configure(options, folder, orders, (started) => {
      sandbox = started;
    });
    access = await openTemporal(server);
    await run(configuration, access, server, sandbox, interrupted);
    return 0;
  } finally {
    if (access !== undefined) await access.close();
    await sandbox?.stop();
    await server?.stop();
    interrupted.forget();
  }
}

async function configure(
  options: DevOptions,
  folder: string,
  orders: number,
  started: (sandbox: Sandbox) => void,
): Promise<Configuration> {
  if (options.config !== undefined) return readConfiguration(options.config);
  const sandbox = await startSandboxProcess(folder, orders);
  started(sandbox);
  return sandboxConfiguration(sandbox.url);
}

async function run(
  configuration: Configuration,
  access: TemporalAccess,
  server: StartedTemporal,
  sandbox: Sandbox | undefined,
  interrupted: Interruption,
): Promise<void> {
  const log = openLog(process.env['CROSSDOCK_LOG_LEVEL'] ?? 'fatal');
  const metrics = await installRuntime(log);
  const { failed } = await applyConnections(access, appliedConnections(configuration.connections));
  if (failed.length > 0)
    throw new Problem(`the namespace can’t be prepared:\n${failed.join('\n')}`);
  let isWorking = false;
  const http = await startHttp({
    port: await getPort({ port: webhookPorts, host: webhookHost }),
    host: webhookHost,
    configuration: () => configuration,
    access,
    isWorking: () => isWorking,
    metrics,
    log,
  });
  const view = startLiveView({
    access,
    connections: configuration.connections.map(({ id, name }) => ({ id, name })),
    webUi: server.webUi,
    webhooksUrl: `${http.url}/webhooks`,
    sandboxUrl: sandbox?.url,
    stateFolder,
  });
  try {
    const workers = await startWorkerProcess({
      access,
      configuration,
      log,
      metrics: metrics.metrics,
      tell: (happening) => view.happened(happening),
    });
    isWorking = true;
    const ends: Promise<string>[] = [
      interrupted.happened.then(() => 'interrupted'),
      workers.ended.then(() => 'the worker ended'),
      server.ended.then((why) => why),
    ];
    if (sandbox !== undefined) ends.push(sandbox.ended);
    const why = await Promise.race(ends);
    view.ending();
    isWorking = false;
    workers.stop();
    await Promise.race([workers.ended.catch(() => {}), sleep(drainMs)]);
    if (why !== 'interrupted') throw new Problem(`${why}. Start again with \`crossdock dev\`.`);
  } finally {
    view.stop();
    await http.close();
  }
}

interface Interruption {
  readonly signal: AbortSignal;
  readonly happened: Promise<void>;
  readonly forget: () => void;
}

/** Ctrl-C or SIGTERM. A second one while things are ended changes nothing: they are ended in order. */
function untilInterrupted(): Interruption {
  const controller = new AbortController();
  const interrupt = () => controller.abort();
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    happened: new Promise((done) => {
      controller.signal.addEventListener('abort', () => done(), { once: true });
    }),
    forget: () => {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
