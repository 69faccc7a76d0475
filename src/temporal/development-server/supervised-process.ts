import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const supervisor = fileURLToPath(new URL('./supervisor.mjs', import.meta.url));

/** The supervisor itself kills after 10 s; this is for the case that it hangs. */
const killGroupAfterMilliseconds = 15_000;

/** A process that ends with us, whatever way we end, and that a Ctrl-C in our terminal does not reach. */
export interface SupervisedProcess {
  readonly pid: number;
  /** Resolves with the exit code when it is gone. */
  readonly exited: Promise<number>;
  /** Asks it to end (SIGTERM), insists after 10 s (SIGKILL), and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * @param onLine given every line that it prints
 */
export function startSupervised(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
): SupervisedProcess {
  const child = spawn(process.execPath, [supervisor, command, ...args], {
    // Node's own options (a debugger's port, a test runner's loader) are not for it.
    env: { ...env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: the terminal's Ctrl-C goes to ours, and we end it when its turn comes.
    detached: true,
    windowsHide: true,
  });
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', onLine);
  }
  child.stdin.on('error', () => undefined);
  const exited = exitCode(child);
  return {
    pid: child.pid ?? 0,
    exited,
    stop: async () => {
      child.stdin.end();
      const timer = setTimeout(() => {
        killGroup(child);
      }, killGroupAfterMilliseconds);
      await exited;
      clearTimeout(timer);
    },
  };
}

async function exitCode(child: ChildProcess): Promise<number> {
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code ?? 1;
  } catch {
    return 127;
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
