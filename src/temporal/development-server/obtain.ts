import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { withBuildLock } from './build-lock.ts';
import { compileExecutable } from './compile.ts';
import { downloadExecutable } from './download.ts';
import { type Executable, inspectExecutable } from './executable.ts';
import type { Attempt } from './not-found.ts';
import { type OnProgress, withProgress } from './progress.ts';
import { cachedExecutable, cacheName } from './release.ts';

/** An executable, and how it was come by. */
export interface Obtained extends Executable {
  readonly origin: 'cache' | 'download' | 'compiled';
}

export interface ObtainOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cacheFolder: string;
  /** The root of the downloads' host. */
  readonly downloads: string;
  readonly onProgress: OnProgress;
}

/**
 * The release from the cache folder, put there first by download or compilation where it is missing. Of
 * several processes that start at once one does it and the others wait.
 * @returns the executable, or what was tried in vain
 */
export async function obtainExecutable(
  options: ObtainOptions,
): Promise<Obtained | readonly Attempt[]> {
  const { cacheFolder, onProgress } = options;
  const cached = await fromCache(cacheFolder);
  if (cached !== undefined) return cached;
  return await withBuildLock(
    cacheFolder,
    cacheName,
    (waiting) =>
      withProgress(
        () => "Waiting for another process that is preparing Temporal's development server",
        onProgress,
        waiting,
      ),
    // Whoever waited finds what the other one made.
    async () => (await fromCache(cacheFolder)) ?? (await fill(options)),
  );
}

async function fromCache(cacheFolder: string): Promise<Obtained | undefined> {
  try {
    return { ...(await inspectExecutable(cachedExecutable(cacheFolder))), origin: 'cache' };
  } catch {
    return undefined;
  }
}

async function fill(options: ObtainOptions): Promise<Obtained | readonly Attempt[]> {
  const { env, cacheFolder, downloads, onProgress } = options;
  await removeLeftovers(cacheFolder);
  const attempts: Attempt[] = [];
  const attempt = async (
    way: string,
    origin: Obtained['origin'],
    into: (folder: string) => Promise<string>,
  ): Promise<Obtained | undefined> => {
    const folder = join(cacheFolder, `${cacheName}.${randomUUID()}.unfinished`);
    try {
      const made = await inspectExecutable(await into(folder));
      return { ...(await adopt(made, cacheFolder)), origin };
    } catch (error) {
      attempts.push({ way, reason: error instanceof Error ? error.message : 'failed' });
      return undefined;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  let bytes = 0;
  const downloaded = await attempt(
    `download from ${new URL(downloads).host}`,
    'download',
    (folder) =>
      withProgress(
        () => `Downloading Temporal's development server (once)${megabytes(bytes)}`,
        onProgress,
        () => downloadExecutable(folder, downloads, (total) => (bytes = total)),
      ),
  );
  if (downloaded !== undefined) return downloaded;

  const compiled = await attempt('compile with Go', 'compiled', (folder) =>
    withProgress(
      () => "Compiling Temporal's development server (once, about three minutes)",
      onProgress,
      () => compileExecutable(folder, env),
    ),
  );
  return compiled ?? attempts;
}

const megabytes = (bytes: number): string =>
  bytes < 1e6 ? '' : `, ${Math.floor(bytes / 1e6)} MB so far`;

/** Moves a finished executable to its place in one step, so that nobody ever sees half of one. */
async function adopt(made: Executable, cacheFolder: string): Promise<Executable> {
  const path = cachedExecutable(cacheFolder);
  await mkdir(dirname(path), { recursive: true });
  await rename(made.path, path);
  return { ...made, path };
}

/** What a process left that died at work. Only the holder of the lock may do this. */
async function removeLeftovers(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    if (!name.startsWith(`${cacheName}.`) || !name.endsWith('.unfinished')) continue;
    await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}
