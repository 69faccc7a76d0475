import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The holder touches its file this often … */
const beatEveryMilliseconds = 5_000;
/** … and is taken for dead when it has not for this long (the machine it ran on may be another one). */
const deadAfterMilliseconds = 60_000;

/**
 * Does the work while no other process on this folder does work of the same name; waits for those that
 * do. A holder that died holds nothing.
 *
 * Everyone who wants the lock lays down a file of its own and looks who else has one: a living other
 * means to step back and try later. Since nobody ever removes the file of somebody alive, two can't hold
 * it at once, however their steps interleave; two that come at the same moment both step back.
 *
 * @param whileWaiting is given the waiting, to tell about it; called once, and only when there is any
 */
export async function withBuildLock<Result>(
  folder: string,
  name: string,
  whileWaiting: (waiting: () => Promise<void>) => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const own = `${name}.${hostname()}.${process.pid}.${randomUUID()}.lock`;
  const path = join(folder, own);

  if (!(await acquire(folder, name, own))) {
    await whileWaiting(async () => {
      do await sleep(100 + Math.random() * 200);
      while (!(await acquire(folder, name, own)));
    });
  }
  const beat = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => undefined);
  }, beatEveryMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(path, { force: true });
  }
}

async function acquire(folder: string, name: string, own: string): Promise<boolean> {
  if (await someoneElse(folder, name, own)) return false;
  await writeFile(join(folder, own), '', { flag: 'wx' });
  if (!(await someoneElse(folder, name, own))) return true;
  await rm(join(folder, own), { force: true });
  return false;
}

async function someoneElse(folder: string, name: string, own: string): Promise<boolean> {
  for (const file of await readdir(folder)) {
    if (file === own || !file.startsWith(`${name}.`) || !file.endsWith('.lock')) continue;
    const path = join(folder, file);
    if (await holderLives(path, file)) return true;
    await rm(path, { force: true });
  }
  return false;
}

async function holderLives(path: string, file: string): Promise<boolean> {
  const holder = /\.(\d+)\.[0-9a-f-]{36}\.lock$/.exec(file);
  const onThisMachine = file.includes(`.${hostname()}.`);
  if (holder?.[1] !== undefined && onThisMachine && !processLives(Number(holder[1]))) return false;
  try {
    return Date.now() - (await stat(path)).mtimeMs < deadAfterMilliseconds;
  } catch {
    return false;
  }
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
