import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { compileExecutable } from './compile.ts';
import { downloadExecutable } from './download.ts';
import { type Executable, inspectExecutable } from './executable.ts';
import { withLock } from './lock.ts';
import type { OnStep } from './progress.ts';
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
  readonly onStep: OnStep;
}

/**
 * The release from the cache folder, put there first by download or compilation where it is missing. Of
 * several processes that start at once one does it and the others wait.
 * @returns the executable, or what was tried in vain: `compile with Go: Go is not installed`
 */
export async function obtainExecutable(
  options: ObtainOptions,
): Promise<Obtained | readonly string[]> {
  const { cacheFolder, onStep } = options;
  const cached = async (): Promise<Obtained | undefined> => {
    const executable = await inspectExecutable(cachedExecutable(cacheFolder)).catch(
      () => undefined,
    );
    return executable && { ...executable, origin: 'cache' };
  };
  const there = await cached();
  if (there !== undefined) return there;
  await mkdir(cacheFolder, { recursive: true });
  return await withLock(
    join(cacheFolder, `${cacheName}.lock`),
    () =>
      onStep(() => "Waiting for another process that is preparing Temporal's development server"),
    // Whoever waited finds what the other one made.
    async () => (await cached()) ?? (await make(options)),
  );
}

async function make(options: ObtainOptions): Promise<Obtained | readonly string[]> {
  const { env, cacheFolder, downloads, onStep } = options;
  const folder = join(cacheFolder, `${cacheName}.unfinished`);
  const place = cachedExecutable(cacheFolder);
  const inVain: string[] = [];
  const adopt = async (
    way: string,
    origin: Obtained['origin'],
    into: () => Promise<string>,
  ): Promise<Obtained | undefined> => {
    try {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      const made = await inspectExecutable(await into());
      await mkdir(dirname(place), { recursive: true });
      // In one step, so that nobody ever sees half of one.
      await rename(made.path, place);
      return { ...made, path: place, origin };
    } catch (error) {
      inVain.push(`${way}: ${error instanceof Error ? error.message : 'failed'}`);
      return undefined;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  const { host } = new URL(downloads);
  const downloaded = await adopt(`download from ${host}`, 'download', async () => {
    let bytes = 0;
    onStep(() => `Downloading Temporal's development server (once)${megabytes(bytes)}`);
    return await downloadExecutable(folder, downloads, (total) => (bytes = total));
  });
  if (downloaded !== undefined) return downloaded;
  const compiled = await adopt('compile with Go', 'compiled', async () => {
    onStep(() => "Compiling Temporal's development server (once, about three minutes)");
    return await compileExecutable(folder, env);
  });
  return compiled ?? inVain;
}

const megabytes = (bytes: number): string =>
  bytes < 1e6 ? '' : `, ${Math.floor(bytes / 1e6)} MB so far`;
