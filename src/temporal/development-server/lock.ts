import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** The holder touches its folder this often … */
const beatMilliseconds = 1_000;
/** … and is taken for dead when it has not for this long. */
const deadAfterMilliseconds = 10_000;

/**
 * Does the work while nobody else, in this process or another, does work under the same lock; waits for
 * those that do. A holder that died holds nothing after ten seconds.
 * @param path the folder that stands for the lock; the folder around it is there
 * @param onWait called once, and only where there is somebody to wait for
 */
export async function withLock<Result>(
  path: string,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!(await takes(path))) {
    onWait();
    do await sleep(100 + Math.random() * 100);
    while (!(await takes(path)));
  }
  const beat = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => undefined);
  }, beatMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(path, { recursive: true, force: true });
  }
}

/** Only one can make the folder. One that its holder left is cleared away for the next try. */
async function takes(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const touched = await stat(path).catch(() => undefined);
  if (touched !== undefined && Date.now() - touched.mtimeMs > deadAfterMilliseconds) {
    await rm(path, { recursive: true, force: true });
  }
  return false;
}
