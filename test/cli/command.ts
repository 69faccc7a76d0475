import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { execa, type ResultPromise } from 'execa';

const program = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A run of the command as it is shipped: what it printed, and how it ended. */
export interface Ended {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built command, with nothing of this environment but what a process needs. */
export function startCommand(args: readonly string[], { cwd, env }: CommandOptions): ResultPromise {
  if (!existsSync(program)) throw new Error('the command isn’t built; run `npm run build`');
  const keep = ['PATH', 'HOME', 'TEMPORAL_CLI_PATH', 'XDG_CACHE_HOME'];
  const kept = keep.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return execa(process.execPath, [program, ...args], {
    cwd,
    env: { ...Object.fromEntries(kept), NO_COLOR: '1', ...env },
    extendEnv: false,
    reject: false,
    cleanup: true,
  });
}

/** Runs the built command to its end. */
export async function runCommand(args: readonly string[], options: CommandOptions): Promise<Ended> {
  const { exitCode, stdout, stderr } = await startCommand(args, options);
  return { exitCode, stdout: String(stdout), stderr: String(stderr) };
}
