import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { execa } from 'execa';
import { describe, expect, test } from 'vitest';

import { withBuildLock } from '../../../src/temporal/development-server/build-lock.ts';
import { findDevelopmentServer } from '../../../src/temporal/development-server/find.ts';
import type { Progress } from '../../../src/temporal/development-server/progress.ts';
import { answersAs, script, temporaryFolder } from './temporary-folder.ts';

const waitThrough = (waiting: () => Promise<void>) => waiting();

describe('the lock', () => {
  test('never lets two work at once, however many come', async () => {
    const folder = await temporaryFolder();
    let atWork = 0;
    let most = 0;
    const done = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        withBuildLock(folder, 'build', waitThrough, async () => {
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
    const folder = await temporaryFolder();
    const failing = withBuildLock(folder, 'build', waitThrough, () =>
      Promise.reject(new Error('no')),
    );
    await expect(failing).rejects.toThrow('no');
    expect(await withBuildLock(folder, 'build', waitThrough, () => Promise.resolve('done'))).toBe(
      'done',
    );
  });

  test('of a process that died is taken over at once', async () => {
    const folder = await temporaryFolder();
    const { pid } = await execaThatEnded();
    await writeFile(join(folder, `build.${hostname()}.${pid}.${randomUUID()}.lock`), '');
    expect(await heldWithoutWaiting(folder)).toBe(true);
  });

  test('of another machine is taken over when it has not been touched for a minute', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, `build.elsewhere.${process.pid}.${randomUUID()}.lock`);
    await writeFile(path, '');
    const old = new Date(Date.now() - 61_000);
    await utimes(path, old, old);
    expect(await heldWithoutWaiting(folder)).toBe(true);
  });

  test('of another machine that was touched just now is waited for', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, `build.elsewhere.1.${randomUUID()}.lock`), '');
    expect(await heldWithoutWaiting(folder)).toBe(false);
  });

  async function heldWithoutWaiting(folder: string): Promise<boolean> {
    const refused = () => Promise.reject(new Error('would wait'));
    return await withBuildLock(folder, 'build', refused, () => Promise.resolve(true)).catch(
      () => false,
    );
  }
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

  const told: Progress[] = [];
  const find = () =>
    findDevelopmentServer({
      env: { PATH: `${bin}:/usr/bin:/bin` },
      cacheFolder: join(root, 'cache'),
      downloads: 'http://127.0.0.1:1',
      onProgress: (progress) => {
        told.push(progress);
        if (progress.step.startsWith('Waiting')) void writeFile(join(root, 'go-on'), '');
      },
    });
  const found = await Promise.all([find(), find()]);

  expect(found.map((each) => ('origin' in each ? each.origin : each.kind)).sort()).toEqual([
    'cache',
    'compiled',
  ]);
  expect(await readFile(began, 'utf8')).toBe('began\n');
  expect(told.some(({ step }) => step.startsWith('Compiling'))).toBe(true);
});

async function execaThatEnded(): Promise<{ pid: number | undefined }> {
  const running = execa('true');
  await running;
  return { pid: running.pid };
}
