import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { ExecaError, execa } from 'execa';
import { EnvHttpProxyAgent, fetch } from 'undici';

import { executableName, release } from './release.ts';

/** Where Temporal publishes its command line, for this platform and others. */
export const temporalDownloads = 'https://temporal.download';

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const architecture = process.arch === 'x64' ? 'amd64' : process.arch;

/**
 * Downloads the release and unpacks it into the folder.
 * @param onBytes told how much has come
 * @returns the path of the executable
 * @throws an Error whose message is the bare reason; within seconds where the host can't be reached
 */
export async function downloadExecutable(
  folder: string,
  downloads: string,
  onBytes: (total: number) => void,
): Promise<string> {
  const archive = join(folder, 'archive');
  // Machines without internet are common.
  const dispatcher = new EnvHttpProxyAgent({
    connect: { timeout: 5_000 },
    headersTimeout: 10_000,
    bodyTimeout: 30_000,
  });
  try {
    const url = `${downloads}/cli/archive/v${release}?platform=${platform}&arch=${architecture}`;
    const { ok, status, body } = await fetch(url, { dispatcher });
    if (!ok || body === null) throw new Error(`answered HTTP ${status}`);
    let total = 0;
    const count = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        total += chunk.length;
        onBytes(total);
        yield chunk;
      }
    };
    await pipeline(body, count, createWriteStream(archive));
    // The system's tar knows both kinds of archive; Windows' own is the one that knows zip.
    await execa('tar', ['-xf', archive, '-C', folder, executableName]);
    return join(folder, executableName);
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  } finally {
    await dispatcher.destroy();
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error instanceof ExecaError)
    return "answered something other than the archive, or tar can't unpack it";
  // What `fetch` itself says is only that it failed.
  if (!(error.cause instanceof Error)) return error.message;
  const { code, message } = error.cause as NodeJS.ErrnoException;
  return code === undefined ? message : `the host can't be reached (${code})`;
}
