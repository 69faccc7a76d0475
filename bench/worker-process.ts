import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';

const loopMeter = new URL('./event-loop-meter.mjs', import.meta.url).href;
const command = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
const drainMs = 60_000;

/** What a worker process used. */
export interface Used {
  /** The most memory it ever held (resident set), in bytes. */
  readonly peakBytes: number;
  /** What it holds now. */
  readonly residentBytes: number;
  /** Processor time of all its threads, in seconds. */
  readonly processorSeconds: number;
  /** The longest time in which its event loop served nobody else, in milliseconds. */
  readonly longestHoldMs: number;
}

/** `crossdock worker` as its own process, so that its memory is its own. */
export interface WorkerProcess {
  /** Linux only: read from `/proc`. */
  used(): Promise<Used>;
  /** Forgets peaks: what follows is measured by itself. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a worker of the built product. */
export function startWorkerProcess(
  configuration: string,
  temporal: { readonly address: string; readonly namespace: string },
  options: readonly string[] = [],
): WorkerProcess {
  const child = execa(
    process.execPath,
    ['--import', loopMeter, command, 'worker', '--config', configuration, ...options],
    {
      env: {
        TEMPORAL_ADDRESS: temporal.address,
        TEMPORAL_NAMESPACE: temporal.namespace,
        CROSSDOCK_LOG_LEVEL: 'error',
      },
      stdout: 'ignore',
      ipc: true,
      stderr: 'inherit',
      forceKillAfterDelay: drainMs,
      reject: false,
    },
  );
  const about = async (file: string) => await readFile(`/proc/${child.pid}/${file}`, 'utf8');
  /** The meter answers any message with what it measured since the one before. */
  const longestHold = async (): Promise<number> => {
    const answer = child.getOneMessage();
    await child.sendMessage('longest hold?');
    return Number(await answer);
  };
  return {
    async used() {
      const status = await about('status');
      const bytes = (of: 'VmHWM' | 'VmRSS') =>
        Number(new RegExp(`${of}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
      // The name stands in brackets and may hold blanks; times are in hundredths of a second.
      const fields = (await about('stat')).split(') ')[1]?.split(' ') ?? [];
      return {
        peakBytes: bytes('VmHWM'),
        residentBytes: bytes('VmRSS'),
        processorSeconds: (Number(fields[11]) + Number(fields[12])) / 100,
        longestHoldMs: await longestHold(),
      };
    },
    async forget() {
      // 5 sets the highest mark of the resident set back to what it is now.
      await writeFile(`/proc/${child.pid}/clear_refs`, '5');
      await longestHold();
    },
    async stop() {
      child.kill('SIGTERM');
      await child;
    },
  };
}
