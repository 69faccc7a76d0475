import { fileURLToPath } from 'node:url';

import { execa } from 'execa';

const supervisor = fileURLToPath(new URL('./supervisor.mjs', import.meta.url));

/** A process that ends with us, whatever way we end, and that a Ctrl-C in our terminal does not reach. */
export interface SupervisedProcess {
  /** Resolves with the exit code when it is gone. */
  readonly exited: Promise<number>;
  /** Asks it to end (SIGTERM), insists after 10 s (SIGKILL), and waits until it is gone. */
  readonly stop: () => Promise<void>;
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
  const child = execa(process.execPath, [supervisor, command, ...args], {
    // Node's own options (a debugger's port, a test runner's loader) are not for it.
    env: { ...env, NODE_OPTIONS: '' },
    extendEnv: false,
    stdin: 'pipe',
    all: true,
    buffer: false,
    reject: false,
    // The supervisor sees by itself that we ended. In a group of its own the terminal's Ctrl-C, which
    // goes to ours, doesn't reach it: we end it when its turn comes.
    cleanup: false,
    detached: true,
  });
  const tellLines = async (): Promise<void> => {
    for await (const line of child.iterable({ from: 'all' })) onLine(line);
  };
  const exited = Promise.all([child, tellLines()]).then(([{ exitCode }]) => exitCode ?? 1);
  return {
    exited,
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
