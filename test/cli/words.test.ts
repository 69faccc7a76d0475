import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { type Ended, runCommand } from './command.ts';

const faulty = `connections:
  nordlys:
    source:
      system: 24sevenoffice
      applicationId: \${NOT_SET_ANYWHERE}
      username: u
      password: p
    warehouse:
      system: ongoing
      url: https://api.ongoingsystems.example/nord
      username: u
      passwort: geheim-9
      goodsOwnerId: 101
    orders:
      every: 15 minutes
`;
/** A word of each of its faults; what is misspelt is missing, too. */
const faults = ['NOT_SET_ANYWHERE', 'passwort', 'warehouse.password:', '15 minutes'];
const sound = faulty
  .replace('${NOT_SET_ANYWHERE}', '5f0c8a52-24d1-4f7a-9b3e-000000000024')
  .replace('passwort: geheim-9', 'password: geheim-9')
  .replace('15 minutes', '15m');

/** Nothing listens there. */
const nowhere = '127.0.0.1:1';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossdock-cli-'));
  await writeFile(join(folder, 'faulty.yaml'), faulty);
  await writeFile(join(folder, 'crossdock.yaml'), sound);
});
afterAll(async () => await rm(folder, { recursive: true }));

async function run(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return await runCommand(args, { cwd: folder, env: { TEMPORAL_ADDRESS: nowhere, ...env } });
}

/** One message in words: no stack, nothing that only this program's makers understand. */
function expectWords({ stdout, stderr }: Ended): void {
  const text = `${stdout}\n${stderr}`;
  expect(text).not.toMatch(/\n\s+at /);
  expect(text).not.toMatch(/node_modules|\.(?:js|ts):\d|geheim|fault in Crossdock/);
}

describe('crossdock check', () => {
  test('names every fault of the file in one go, and ends with 2', async () => {
    const ended = await run(['check', '--config', 'faulty.yaml']);
    expect(ended.exitCode).toBe(2);
    const lines = ended.stdout.split('\n').filter((line) => line.startsWith('faulty.yaml:'));
    expect(lines).toHaveLength(faults.length);
    for (const word of faults) expect(ended.stdout).toContain(word);
    expectWords(ended);
  });

  test('says the same as one JSON document', async () => {
    const { exitCode, stdout, stderr } = await run(['check', '--config', 'faulty.yaml', '--json']);
    expect(exitCode).toBe(2);
    expect(stderr).toBe('');
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ ok: false });
    expect(document.faults).toHaveLength(faults.length);
  });

  test('ends with 0 where nothing is wrong, and shows no secret', async () => {
    const ended = await run(['check']);
    expect(ended.exitCode).toBe(0);
    expect(ended.stdout).toContain('nordlys');
    expectWords(ended);
    const { stdout } = await run(['check', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, connections: [{ id: 'nordlys' }] });
    expect(stdout).not.toContain('geheim');
  });
});

describe('a command that can’t do its work says why in one message', () => {
  test.each([['apply'], ['worker'], ['check']])('%s without a configuration', async (command) => {
    const ended = await run([command, '--config', 'missing.yaml']);
    expect(ended.exitCode).toBe(2);
    expect(`${ended.stdout}${ended.stderr}`).toContain('missing.yaml');
    expectWords(ended);
  });

  test.each([['apply'], ['worker']])('%s with a faulty configuration', async (command) => {
    const ended = await run([command, '--config', 'faulty.yaml']);
    expect(ended.exitCode).toBe(2);
    for (const word of faults) expect(ended.stderr).toContain(word);
    expectWords(ended);
  });

  test('apply without Temporal', async () => {
    const ended = await run(['apply']);
    expect(ended.exitCode).toBe(1);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain(`Temporal can’t be reached at ${nowhere}`);
    expectWords(ended);
  });

  test('worker for a connection that isn’t there', async () => {
    const ended = await run(['worker', '--connection', 'nordlis'], {
      TEMPORAL_ADDRESS: inject('temporalAddress'),
    });
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toContain('nordlis');
    expect(ended.stderr).toContain('nordlys');
    expectWords(ended);
  });

  test('a command that doesn’t exist', async () => {
    const ended = await run(['aply']);
    expect(ended.exitCode).not.toBe(0);
    expect(ended.stderr).toContain('apply');
    expectWords(ended);
  });
});
