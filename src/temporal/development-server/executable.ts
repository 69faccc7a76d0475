import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import { execa, type Result } from 'execa';

/** An executable of Temporal's command line that answered. */
export interface Executable {
  readonly path: string;
  /** The version of the server inside: `1.29.1`. */
  readonly serverVersion: string;
}

/** A cold start reads 250 MB from the disk; who takes longer than this does not answer. */
const answerWithinMilliseconds = 20_000;

/**
 * Asks the executable for its version.
 * @throws an Error whose message is the bare reason, where it is not there or is something else
 */
export async function inspectExecutable(path: string): Promise<Executable> {
  const answer = await execa(path, ['--version'], {
    stdin: 'ignore',
    timeout: answerWithinMilliseconds,
    reject: false,
  });
  if (answer.failed) throw new Error(reasonOf(answer));
  const serverVersion = /^temporal version .*\bServer (\d+\.\d+\.\d+)/m.exec(answer.stdout)?.[1];
  if (serverVersion !== undefined) return { path, serverVersion };
  throw new Error("it does not answer `--version` as Temporal's command line does");
}

function reasonOf({ code, exitCode, signal, timedOut }: Result): string {
  if (timedOut)
    return `it did not answer \`--version\` within ${answerWithinMilliseconds / 1000} s`;
  if (code === 'ENOENT' || code === 'EACCES') return 'there is no file that may be executed';
  const how = exitCode === undefined ? (code ?? signal) : `exit code ${exitCode}`;
  return `\`--version\` failed (${how ?? 'no answer'})`;
}

/** The first executable file of that name in the folders of PATH. */
export async function findOnPath(
  name: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((each) => each !== '');
  for (const path of folders.map((folder) => join(folder, name))) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}
