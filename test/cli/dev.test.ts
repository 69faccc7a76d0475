import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ResultPromise } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { eventually } from '../world/eventually.ts';
import { startCommand } from './command.ts';
import { descendantsOf, stillThere } from './descendants.ts';

/** On an idle machine it takes about fifteen, most of which is the simulated warehouse's own pace. */
const firstOrderMs = 30_000;

interface Running {
  readonly child: ResultPromise;
  readonly said: () => string;
}

describe('crossdock dev', () => {
  let folder: string;
  const started: ResultPromise[] = [];
  const namespace = `dev-${randomUUID()}`;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crossdock-dev-'));
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await Promise.all(started);
    await rm(folder, { recursive: true, force: true });
  });

  function start(...args: string[]): Running {
    // A server that the whole test run was told to use is used here, too.
    const address = process.env['TEMPORAL_ADDRESS'];
    const env: Record<string, string> =
      address === undefined ? {} : { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
    const child = startCommand(['dev', ...args], { cwd: folder, env });
    started.push(child);
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    return { child, said: () => text };
  }

  /** Ctrl-C: the exit code, how many processes there were, and those that are left. */
  async function interrupt({ child }: Running) {
    const pid = child.pid ?? 0;
    const children = await descendantsOf(pid);
    child.kill('SIGINT');
    const { exitCode } = await child;
    return { exitCode, children: children.length, left: stillThere([pid, ...children]) };
  }

  /** By the last count that was shown. */
  const completed = (said: string) =>
    Number([...said.matchAll(/completed (\d+)/g)].at(-1)?.[1] ?? 0);

  test('completes an order within seconds, ends with 0 and all that it started, goes on', async () => {
    const first = start('--fresh', '--orders', '5');
    await eventually(() => first.said().includes('http://127.0.0.1'), { what: 'that it runs' });
    await eventually(
      () => /^Webhooks +http:\/\/127\.0\.0\.1:\d+\/webhooks\/$/m.test(first.said()),
      { what: 'where the webhooks are' },
    );
    await eventually(() => completed(first.said()) > 0, {
      what: 'an order',
      withinMs: firstOrderMs,
    });
    const ended = { exitCode: 0, children: expect.any(Number), left: [] };
    const firstEnd = await interrupt(first);
    expect(firstEnd).toEqual(ended);
    expect(firstEnd.children).toBeGreaterThan(0);
    const before = completed(first.said());

    const second = start('--orders', '5');
    await eventually(() => completed(second.said()) >= before, {
      what: 'the orders of the first start',
    });
    await eventually(() => completed(second.said()) > before, {
      what: 'another order',
      withinMs: 40_000,
    });
    expect(await interrupt(second)).toEqual(ended);
  }, 150_000);
});
