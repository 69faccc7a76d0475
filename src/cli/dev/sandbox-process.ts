import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import getPort, { portNumbers } from 'get-port';
import { z } from 'zod';

import { Problem } from '../problem.ts';

/** The simulated vendors, in a process of their own. */
export interface Sandbox {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Compiled, beside `dist/src`. Only its path is known here: the worker's image goes without it. */
const program = fileURLToPath(new URL('../../../sandbox/demonstration/main.js', import.meta.url));
const preferredPorts = portNumbers(4010, 4050);
const readyLine = z.object({ ready: z.literal(true), port: z.number().int() });
const readyWithinMs = 15_000;

/** Starts the sandbox; it ends with this process, also if this process is killed. */
export async function startSandboxProcess(folder: string, orders: number): Promise<Sandbox> {
  if (!existsSync(program)) {
    throw new Problem(
      'this installation has no simulated vendors; use --config with real endpoints, or the npm package',
    );
  }
  const port = await getPort({ port: preferredPorts, host: '127.0.0.1' });
  const child = spawn(
    process.execPath,
    [
      program,
      '--port',
      String(port),
      '--state',
      join(folder, 'sandbox.json'),
      '--orders',
      String(orders),
      '--pace',
      'fast',
    ],
    // A group of its own: Ctrl-C in the terminal reaches us, and we end it in order. Its standard
    // input is our life line: when it closes, it ends.
    { stdio: ['pipe', 'pipe', 'pipe'], detached: true },
  );
  const words: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString('utf8')));
  const exited = once(child, 'exit').then(([code]) => Number(code ?? 1));
  const ready = await Promise.race([
    untilReady(child),
    exited.then(() => undefined),
    new Promise<undefined>((done) => setTimeout(() => done(undefined), readyWithinMs).unref()),
  ]);
  if (ready === undefined) {
    child.kill('SIGKILL');
    throw new Problem(`the sandbox didn’t start: ${words.join('').slice(0, 500)}`);
  }
  let stopping = false;
  return {
    url: `http://127.0.0.1:${ready}`,
    ended: exited.then((code) =>
      stopping ? 'the sandbox was stopped' : `the sandbox ended with code ${code}`,
    ),
    stop: async () => {
      stopping = true;
      child.stdin.end();
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function untilReady(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('the sandbox has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const parsed = readyLine.safeParse(parseJson(line));
    if (parsed.success) {
      child.stdout.resume();
      return parsed.data.port;
    }
  }
  throw new Problem('the sandbox ended before it was ready');
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
