import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { execa } from 'execa';
import { describe, expect, onTestFinished, test } from 'vitest';

import { findDevelopmentServer } from '../../../src/temporal/development-server/find.ts';
import { cachedExecutable } from '../../../src/temporal/development-server/release.ts';
import { answersAs, script, temporaryFolder } from './temporary-folder.ts';

/** A machine with an empty cache, an empty PATH but for the system's own tools, and no internet. */
async function machine() {
  const root = await temporaryFolder();
  const [bin, cacheFolder] = [join(root, 'bin'), join(root, 'cache')];
  await mkdir(bin);
  const steps: string[] = [];
  const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: root };
  const find = (more: Record<string, string> = {}, downloads = 'http://127.0.0.1:5') =>
    findDevelopmentServer({
      env: { ...env, ...more },
      cacheFolder,
      downloads,
      onStep: (text) => steps.push(text()),
    });
  return { root, bin, cacheFolder, find, steps };
}

const compiling = `printf '#!/bin/sh\\n%s\\n' "${answersAs('1.29.1')}" > "$GOBIN/temporal"
chmod +x "$GOBIN/temporal"`;

describe('the order of finding', () => {
  test('a server that is named by its address comes first', async () => {
    const { bin, find } = await machine();
    await script(bin, 'temporal', answersAs('1.29.1'));
    expect(await find({ TEMPORAL_ADDRESS: 'temporal.test:7233' })).toEqual({
      kind: 'address',
      address: 'temporal.test:7233',
    });
  });

  test('an executable that is named goes before the one on the PATH', async () => {
    const { root, bin, find } = await machine();
    await script(bin, 'temporal', answersAs('1.29.1'));
    const path = await script(root, 'my-temporal', answersAs('1.31.2'));
    expect(await find({ TEMPORAL_CLI_PATH: path })).toEqual({
      kind: 'executable',
      path,
      serverVersion: '1.31.2',
      origin: 'TEMPORAL_CLI_PATH',
    });
  });

  test('the one on the PATH goes before our cache', async () => {
    const { bin, cacheFolder, find } = await machine();
    const path = await script(bin, 'temporal', answersAs('1.30.0'));
    await mkdir(join(cachedExecutable(cacheFolder), '..'), { recursive: true });
    await script(join(cachedExecutable(cacheFolder), '..'), 'temporal', answersAs('1.29.1'));
    expect(await find()).toMatchObject({ path, serverVersion: '1.30.0', origin: 'PATH' });
  });

  test('one on the PATH that is too old is passed over', async () => {
    const { bin, find } = await machine();
    await script(bin, 'temporal', answersAs('1.9.4'));
    await script(bin, 'go', compiling);
    expect(await find()).toMatchObject({ origin: 'compiled' });
  });

  test('a compiled one is in the cache the next time, and nothing is said about it', async () => {
    const { bin, cacheFolder, find, steps } = await machine();
    await script(bin, 'go', compiling);
    const path = cachedExecutable(cacheFolder);
    expect(await find()).toMatchObject({ path, origin: 'compiled', serverVersion: '1.29.1' });
    const said = steps.length;
    expect(await find()).toMatchObject({ path, origin: 'cache' });
    expect(steps.length).toBe(said);
  });

  test('a download goes before compilation, and to the cache', async () => {
    const { root, bin, cacheFolder, find } = await machine();
    await script(bin, 'go', 'exit 1');
    await script(root, 'temporal', answersAs('1.29.1'));
    const downloads = await serveArchive(root);
    const path = cachedExecutable(cacheFolder);
    expect(await find({}, downloads)).toMatchObject({ path, origin: 'download' });
    expect(await find({}, downloads)).toMatchObject({ path, origin: 'cache' });
  });

  test('a half-finished executable in the cache is made anew', async () => {
    const { bin, cacheFolder, find } = await machine();
    await mkdir(join(cachedExecutable(cacheFolder), '..'), { recursive: true });
    await script(join(cachedExecutable(cacheFolder), '..'), 'temporal', 'exit 139');
    await script(bin, 'go', compiling);
    expect(await find()).toMatchObject({ origin: 'compiled' });
  });
});

describe('an executable that is named and of no use is an error, whatever else there is', () => {
  test.each([
    ['nothing there', undefined, 'there is no file that may be executed'],
    ['a failure', 'exit 3', '`--version` failed (exit code 3)'],
    ['something else', 'echo Python 3.11', 'does not answer `--version`'],
  ])('%s', async (_what, body, reason) => {
    const { root, bin, find } = await machine();
    await script(bin, 'temporal', answersAs('1.29.1'));
    const path = body === undefined ? join(root, 'none') : await script(root, 'mine', body);
    const finding = find({ TEMPORAL_CLI_PATH: path });
    await expect(finding).rejects.toThrow(reason);
    await expect(finding).rejects.not.toThrow(root);
  });
});

describe('where none can be had', () => {
  test('one error says what was tried, why each failed and what to do', async () => {
    const { bin, find } = await machine();
    await script(bin, 'go', 'echo "go: no space left in /secret/place" >&2; exit 1');
    await expect(find()).rejects.toThrow(
      [
        '  - `temporal` on the PATH: not installed',
        "  - download from 127.0.0.1:5: the host can't be reached (ECONNREFUSED)",
        '  - compile with Go: Go says: go: no space left in …',
        'Install',
      ]
        .join('\n')
        .replace('\nInstall', ''),
    );
    await expect(find()).rejects.toThrow('TEMPORAL_CLI_PATH');
  });

  test('a Go that is not there is told apart from one that fails', async () => {
    const { bin, root } = await machine();
    const finding = findDevelopmentServer({
      env: { PATH: bin },
      cacheFolder: join(root, 'cache'),
      downloads: 'http://127.0.0.1:5',
      onStep: () => undefined,
    });
    await expect(finding).rejects.toThrow('compile with Go: Go is not installed');
  });

  test.each([
    ['nonsense', () => Buffer.from('<html>'), 'answered something other than the archive'],
    ['that there is none', () => undefined, 'answered HTTP 404'],
  ])('a host that answers %s does not end the search', async (_what, answer, reason) => {
    const { bin, find } = await machine();
    await script(bin, 'go', 'exit 1');
    await expect(find({}, await serve(answer))).rejects.toThrow(reason);
  });
});

/** The download host, which leads to where the archive is. */
async function serveArchive(folder: string): Promise<string> {
  const archive = join(folder, 'archive.tar.gz');
  await execa('tar', ['-czf', archive, '-C', folder, 'temporal']);
  return await serve((path) =>
    path.startsWith('/cli/archive/v1.5.1?') ? '/elsewhere' : readFileSync(archive),
  );
}

/** A host that answers with a body, leads to another path, or has nothing. */
async function serve(answer: (path: string) => Buffer | string | undefined): Promise<string> {
  const server = createServer((request, response) => {
    const given = answer(request.url ?? '');
    if (typeof given === 'string') response.writeHead(302, { location: given }).end();
    else response.writeHead(given === undefined ? 404 : 200).end(given);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
