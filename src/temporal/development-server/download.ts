import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { execa } from 'execa';
import { EnvHttpProxyAgent, fetch } from 'undici';
import { z } from 'zod';

import { release } from './release.ts';

/** Where Temporal publishes its command line, for this platform and others. */
export const temporalDownloads = 'https://temporal.download';

/** How long the host may take to say where the archive is; machines without internet are common. */
const answerWithinMilliseconds = 10_000;

const archiveInfo = z.object({
  archiveUrl: z.url({ protocol: /^https?$/ }),
  fileToExtract: z.string().regex(/^[\w.-]+$/),
});

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};
const architectures: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Downloads the release and unpacks it into the folder.
 * @param onBytes told how much has come
 * @returns the path of the executable
 * @throws an Error whose message is the bare reason; within 10 s where the host can't be reached
 */
export async function downloadExecutable(
  folder: string,
  downloads: string,
  onBytes: (total: number) => void,
): Promise<string> {
  const platform = platforms[process.platform];
  const architecture = architectures[process.arch];
  if (platform === undefined || architecture === undefined) {
    throw new Error(`there is none for ${process.platform} on ${process.arch}`);
  }
  const dispatcher = new EnvHttpProxyAgent({
    connect: { timeout: 5_000 },
    headersTimeout: answerWithinMilliseconds,
    bodyTimeout: 30_000,
  });
  try {
    const query = new URLSearchParams({
      platform,
      arch: architecture,
      // The system's tar unpacks both; Windows' own is the kind that knows zip.
      format: platform === 'windows' ? 'zip' : 'tar.gz',
    });
    const answer = await fetch(`${downloads}/cli/v${release}?${query.toString()}`, {
      dispatcher,
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    });
    if (!answer.ok) throw new Error(`answered HTTP ${answer.status}`);
    const info = archiveInfo.safeParse(await answer.json());
    if (!info.success) throw new Error('answered something other than where the archive is');

    await mkdir(folder, { recursive: true });
    const archive = join(folder, 'archive');
    await fetchTo(info.data.archiveUrl, archive, dispatcher, onBytes);
    await execa('tar', ['-xf', archive, '-C', folder, info.data.fileToExtract]);
    await rm(archive);
    return join(folder, info.data.fileToExtract);
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  } finally {
    await dispatcher.destroy();
  }
}

async function fetchTo(
  url: string,
  path: string,
  dispatcher: EnvHttpProxyAgent,
  onBytes: (total: number) => void,
): Promise<void> {
  const answer = await fetch(url, { dispatcher });
  if (!answer.ok || answer.body === null) throw new Error(`answered HTTP ${answer.status}`);
  let total = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      total += chunk.length;
      onBytes(total);
      next(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(answer.body), count, createWriteStream(path));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'TimeoutError') {
    return `no answer within ${answerWithinMilliseconds / 1000} s`;
  }
  if (error.name === 'ExecaError') return "the archive can't be unpacked";
  const { cause } = error;
  // What `fetch` itself says is only that it failed.
  if (cause instanceof Error) {
    return 'code' in cause && typeof cause.code === 'string'
      ? `the host can't be reached (${cause.code})`
      : cause.message;
  }
  return error.message;
}
