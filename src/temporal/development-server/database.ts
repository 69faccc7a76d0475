import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The state of a development server is of another version than the server that shall go on with it. */
export class DatabaseOfAnotherVersion extends Error {
  override readonly name = 'DatabaseOfAnotherVersion';

  constructor(written: string, present: string) {
    super(
      `The stored state was written by Temporal server ${written}, and this one is ${present}: ` +
        'the development server can not convert it. Start with `--fresh` to begin with an empty one, ' +
        `or use a Temporal command line with server ${written} to go on with it.`,
    );
  }
}

/**
 * Makes sure that the server may go on with the database, and notes its version beside it. The server
 * lays out its tables only in a new file and finds out much later that they are not its own, so this
 * can't be left to it. Tables change only between minor versions.
 * @throws DatabaseOfAnotherVersion
 */
export async function claimDatabase(file: string, serverVersion: string): Promise<void> {
  const note = noteBeside(file);
  if (await exists(file)) {
    const written = await readFile(note, 'utf8').catch(() => undefined);
    if (written !== undefined && minor(written) !== minor(serverVersion)) {
      throw new DatabaseOfAnotherVersion(written.trim(), serverVersion);
    }
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(note, `${serverVersion}\n`);
}

/** Removes the database of a server that is not running, with everything that belongs to it. */
export async function removeDatabase(file: string): Promise<void> {
  for (const path of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`, noteBeside(file)]) {
    await rm(path, { force: true });
  }
}

const noteBeside = (file: string): string => `${file}.server-version`;

const minor = (version: string): string => version.trim().split('.').slice(0, 2).join('.');

const exists = async (file: string): Promise<boolean> =>
  await stat(file).then(
    () => true,
    () => false,
  );
