import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import { ExecaError, execa } from 'execa';

/** An executable of Temporal's command line that answered. */
export interface Executable {
  readonly path: string;
  /** The version of the server inside: `1.29.1`. */
  readonly serverVersion: string;
}

/** An executable that is not there, or is not Temporal's command line. The message is the bare reason. */
export class UnusableExecutable extends Error {
  override readonly name = 'UnusableExecutable';
}

/** A cold start reads 250 MB from the disk; who takes longer than this does not answer. */
const answerWithinMilliseconds = 20_000;

/**
 * Asks the executable for its version.
 * @throws UnusableExecutable
 */
export async function inspectExecutable(path: string): Promise<Executable> {
  if (!(await isExecutableFile(path))) {
    throw new UnusableExecutable('there is no file that may be executed');
  }
  const answer = await versionAnswer(path);
  const serverVersion = /^temporal version .*\bServer (\d+\.\d+\.\d+)/m.exec(answer)?.[1];
  if (serverVersion === undefined) {
    throw new UnusableExecutable("it does not answer `--version` as Temporal's command line does");
  }
  return { path, serverVersion };
}

async function versionAnswer(path: string): Promise<string> {
  try {
    const { stdout } = await execa(path, ['--version'], {
      stdin: 'ignore',
      timeout: answerWithinMilliseconds,
    });
    return stdout;
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    if (error.timedOut) {
      throw new UnusableExecutable(
        `it did not answer \`--version\` within ${answerWithinMilliseconds / 1000} s`,
      );
    }
    const how = error.exitCode === undefined ? error.code : `exit code ${error.exitCode}`;
    throw new UnusableExecutable(`\`--version\` failed (${how ?? error.signal ?? 'no answer'})`);
  }
}

/** The first executable file of that name in the folders of PATH. */
export async function findOnPath(
  name: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  for (const folder of (env['PATH'] ?? env['Path'] ?? '').split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, name);
    if (await isExecutableFile(path)) return path;
  }
  return undefined;
}

async function isExecutableFile(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
