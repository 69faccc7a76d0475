import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test, vi } from 'vitest';

import { findDevelopmentServer } from '../../../src/temporal/development-server/find.ts';
import { withLock } from '../../../src/temporal/development-server/lock.ts';
import { answersAs, script, temporaryFolder } from './temporary-folder.ts';

const ignore = () => undefined;

describe('the lock', () => {
  test('never lets two work at once, however many come', async () => {
    const folder = await temporaryFolder();
    let atWork = 0;
    let most = 0;
    const done = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        withLock(join(folder, 'lock'), ignore, async () => {
          atWork += 1;
          most = Math.max(most, atWork);
          await readdir(folder);
          atWork -= 1;
          return index;
        }),
      ),
    );
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is free again after work that failed', async () => {
    const path = join(await temporaryFolder(), 'lock');
    const failing = withLock(path, ignore, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await withLock(path, ignore, () => Promise.resolve('done'))).toBe('done');
  });

  /** As a process leaves it that was killed so many seconds ago. */
  async function lockTouched(secondsAgo: number): Promise<string> {
    const path = join(await temporaryFolder(), 'lock');
    await mkdir(path);
    const then = new Date(Date.now() - secondsAgo * 1_000);
    await utimes(path, then, then);
    return path;
  }

  test('of a holder that died is taken over', async () => {
    const path = await lockTouched(11);
    expect(await withLock(path, ignore, () => Promise.resolve('done'))).toBe('done');
  });

  test('of a holder that was there a moment ago is waited for, until it has been silent long enough', async () => {
    const path = await lockTouched(9);
    const onWait = vi.fn();
    const began = Date.now();
    expect(await withLock(path, onWait, () => Promise.resolve('done'))).toBe('done');
    expect(onWait).toHaveBeenCalledTimes(1);
    expect(Date.now() - began).toBeGreaterThan(900);
  });

  test('of a holder at work stays its own, however long it works', async () => {
    const path = await lockTouched(11);
    await withLock(path, ignore, async () => {
      const long = new Date(Date.now() - 60_000);
      await utimes(path, long, long);
      await vi.waitFor(async () => {
        expect((await stat(path)).mtimeMs).toBeGreaterThan(Date.now() - 5_000);
      }, 5_000);
    });
  });
});

test('two that start at the same time compile once, and the second one says that it waits', async () => {
  const root = await temporaryFolder();
  const bin = join(root, 'bin');
  await mkdir(bin);
  const began = join(root, 'began');
  // The compiler runs until the second one is known to wait.
  const go = `echo began >> ${began}
while [ ! -e ${root}/go-on ]; do sleep 0.05; done
printf '#!/bin/sh\\n%s\\n' "${answersAs('1.29.1')}" > "$GOBIN/temporal"
chmod +x "$GOBIN/temporal"`;
  await script(bin, 'go', go);

  const told: string[] = [];
  const find = () =>
    findDevelopmentServer({
      env: { PATH: `${bin}:/usr/bin:/bin` },
      cacheFolder: join(root, 'cache'),
      downloads: 'http://127.0.0.1:1',
      onStep: (text) => {
        told.push(text());
        if (text().startsWith('Waiting')) void writeFile(join(root, 'go-on'), '');
      },
    });
  const found = await Promise.all([find(), find()]);

  expect(found.map((each) => ('origin' in each ? each.origin : each.kind)).sort()).toEqual([
    'cache',
    'compiled',
  ]);
  expect(await readFile(began, 'utf8')).toBe('began\n');
  expect(told.some((step) => step.startsWith('Compiling'))).toBe(true);
});
