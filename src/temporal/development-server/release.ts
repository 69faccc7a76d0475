import { join } from 'node:path';

/**
 * The release of Temporal's command line, which holds the development server, that is downloaded or
 * compiled where none is installed. 1.5.1 is the newest that Go can install by its name (later ones
 * refer to a folder of their own source), so both ways give the same server and the same database.
 */
export const release = '1.5.1';

/** The oldest server on the PATH that is used: the one of `release`, with which everything is tested. */
export const oldestServer = '1.29';

/** The name of the executable on this platform. */
export const executableName = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/** The name that everything about this release has in the cache folder: one per version and machine. */
export const cacheName = `temporal-${release}-${process.platform}-${process.arch}`;

/** Where the executable of this release lies in a cache folder. */
export const cachedExecutable = (cacheFolder: string): string =>
  join(cacheFolder, cacheName, executableName);
