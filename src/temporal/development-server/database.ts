import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { DevelopmentServerProblem } from './problem.ts';

/**
 * Makes sure that the server may go on with the database, and notes its version beside it. The server
 * lays out its tables only in a new file and finds out much later that they are not its own, so this
 * can't be left to it. Tables change only between minor versions.
 * @returns whether it is there already
 * @throws DevelopmentServerProblem where a server of another version wrote the state
 */
export async function claimDatabase(file: string, serverVersion: string): Promise<boolean> {
  const note = noteBeside(file);
  const isThere = (await stat(file).catch(() => undefined)) !== undefined;
  const written = isThere ? await readFile(note, 'utf8').catch(() => undefined) : undefined;
  if (written !== undefined && minor(written) !== minor(serverVersion)) {
    throw new DevelopmentServerProblem(
      `The stored state was written by Temporal server ${written.trim()}, and this one is ${serverVersion}: ` +
        'the development server can not convert it. Start with `--fresh` to begin with an empty one, ' +
        `or use a Temporal command line with server ${written.trim()} to go on with it.`,
    );
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(note, `${serverVersion}\n`);
  return isThere;
}

/** Removes the database of a server that is not running, with everything that belongs to it. */
export async function removeDatabase(file: string): Promise<void> {
  for (const path of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`, noteBeside(file)]) {
    await rm(path, { force: true });
  }
}

const noteBeside = (file: string): string => `${file}.server-version`;

const minor = (version: string): string => version.trim().split('.').slice(0, 2).join('.');
