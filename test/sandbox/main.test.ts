import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa, type ResultPromise } from 'execa';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let program: string;
const running: ResultPromise[] = [];

/** The sandbox as it is shipped: compiled. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossdock-sandbox-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { noCheck: true, rootDir: root, outDir: folder, types: [] },
      include: [join(root, 'sandbox')],
    }),
  );
  await execa(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  program = join(folder, 'sandbox/demonstration/main.js');
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Ready {
  readonly port: number;
  readonly url: string;
  readonly '24sevenoffice': string;
  readonly ongoing: string;
}

async function start(...args: string[]): Promise<{ child: ResultPromise; ready: Ready }> {
  const child = execa(process.execPath, [program, ...args], {
    stdin: 'pipe',
    buffer: false,
    reject: false,
  });
  running.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', () => reject(new Error('the sandbox ended without a word')));
  });
  const ready = JSON.parse(line);
  expect(ready.ready).toBe(true);
  return { child, ready };
}

async function orders(url: string): Promise<any[]> {
  const response = await request(`${url}/sandbox/orders`);
  return (await response.body.json()) as any[];
}

describe('the sandbox as a process', () => {
  test('says where it listens, seeds once, goes on from its state, ends on SIGTERM', async () => {
    const state = join(folder, 'state.json');
    const first = await start('--state', state, '--orders', '5', '--seed', '3');
    expect(first.ready['24sevenoffice']).toBe(`http://127.0.0.1:${first.ready.port}/24sevenoffice`);
    expect(first.ready.ongoing).toBe(`http://127.0.0.1:${first.ready.port}/ongoing/nord`);
    const seeded = await orders(first.ready.url);
    // Five and a bad one of the merchant, two of the shop.
    expect(seeded).toHaveLength(8);
    first.child.kill('SIGTERM');
    expect((await first.child).exitCode).toBe(0);
    expect(await readFile(state, 'utf8')).toContain(seeded[0].source.id);

    const second = await start('--state', state, '--orders', '50');
    expect(await orders(second.ready.url)).toEqual(seeded);
    second.child.kill('SIGINT');
    expect((await second.child).exitCode).toBe(0);
  });

  test('ends when the process that started it is gone', async () => {
    const { child } = await start();
    child.stdin?.destroy();
    expect((await child).exitCode).toBe(0);
  });

  test('says in words which argument is wrong', async () => {
    const outcome = await execa(process.execPath, [program, '--pace', 'mad'], { reject: false });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stderr).toMatch(/pace/);
    expect(outcome.stderr).not.toMatch(/ at .*\.js/);
  });
});
