import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { Connection } from '@temporalio/client';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import {
  claimDatabase,
  removeDatabase,
} from '../../../src/temporal/development-server/database.ts';
import type { Executable } from '../../../src/temporal/development-server/executable.ts';
import { findDevelopmentServer } from '../../../src/temporal/development-server/find.ts';
import { DevelopmentServerProblem } from '../../../src/temporal/development-server/problem.ts';
import {
  type RunningServer,
  startDevelopmentServer,
} from '../../../src/temporal/development-server/start.ts';
import { searchAttributes } from '../../../src/domain/names.ts';
import { prepareNamespace } from '../../../src/temporal/prepare-namespace.ts';
import { openTemporal } from '../../../src/temporal/temporal-access.ts';
import { startSupervised } from '../../../src/temporal/development-server/supervised-process.ts';
import { script, temporaryFolder } from './temporary-folder.ts';

/** The real one, as the global set-up found or made it. */
async function realExecutable(): Promise<Executable> {
  const { TEMPORAL_ADDRESS: _ignored, ...env } = process.env;
  const found = await findDevelopmentServer({ env, onStep: () => undefined });
  if (found.kind !== 'executable') throw new Error('no executable');
  return found;
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a real server', () => {
  const taken = createServer();
  let server: RunningServer;

  beforeAll(async () => {
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    server = await startDevelopmentServer({
      executable: await realExecutable(),
      port: typeof address === 'object' && address !== null ? address.port : 0,
      uiPort: 0,
      namespace: 'warehouse',
      searchAttributes: { connection: 'KEYWORD', needsAttention: 'BOOL' },
    });
    // Where the run uses a server elsewhere, none may have been compiled yet.
  }, 20 * 60_000);

  afterAll(async () => {
    taken.close();
    await server.stop();
  });

  test('serves the namespace with its search attributes as soon as it is given', async () => {
    const connection = await Connection.connect({ address: server.address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: 'warehouse',
    });
    await connection.close();
    expect(customAttributes).toMatchObject({ connection: 2, needsAttention: 5 });
  });

  test('has the Web UI', async () => {
    expect((await fetch(server.uiUrl ?? '')).status).toBe(200);
  });

  test('takes another port where the wanted one is taken', () => {
    const address = taken.address();
    expect(server.address).not.toContain(String(typeof address === 'object' && address?.port));
  });

  test('is gone after stop', async () => {
    await server.stop();
    await expect(
      Connection.connect({ address: server.address, connectTimeout: 500 }),
    ).rejects.toThrow();
    expect(await server.exited).toBe(0);
  });
});

test('a database of an earlier release is served, and gets the search attributes that are new', async () => {
  const options = {
    executable: await realExecutable(),
    port: 0,
    headless: true,
    dbFile: join(await temporaryFolder(), 'state.db'),
    namespace: 'warehouse',
  };
  const earlier = { stage: 'KEYWORD', needsAttention: 'BOOL' } as const;
  await (await startDevelopmentServer({ ...options, searchAttributes: earlier })).stop();

  const server = await startDevelopmentServer({ ...options, searchAttributes });
  const access = await openTemporal({ address: server.address, namespace: 'warehouse' });
  try {
    const added = Object.keys(searchAttributes).filter((name) => !(name in earlier));
    expect(await prepareNamespace(access)).toContain(
      `search attributes added: ${added.join(', ')}`,
    );
    // Whoever comes next may ask for them.
    await access.client.workflow.count("numbers = '10001'");
    expect(await prepareNamespace(access)).toEqual([]);
  } finally {
    await access.close();
    await server.stop();
  }
}, 120_000);

describe('a server that does not come up', () => {
  test('is told with its last words, without paths', async () => {
    const folder = await temporaryFolder();
    const path = await script(
      folder,
      'temporal',
      `echo 'level=ERROR msg="unable to open ${folder}/state.db: disk full"' >&2; exit 1`,
    );
    const starting = startDevelopmentServer({
      executable: { path, serverVersion: '1.29.1' },
      headless: true,
      namespace: 'default',
      searchAttributes: {},
    });
    await expect(starting).rejects.toThrow(
      'Temporal\'s development server did not start: it ended with exit code 1: level=ERROR msg="unable to open …: disk full"',
    );
  });

  test('does not touch the state that another version wrote', async () => {
    const file = join(await temporaryFolder(), 'state.db');
    await claimDatabase(file, '1.29.1');
    await writeFile(file, 'state');
    await claimDatabase(file, '1.29.4');
    await expect(claimDatabase(file, '1.31.2')).rejects.toThrow(DevelopmentServerProblem);
    await expect(claimDatabase(file, '1.31.2')).rejects.toThrow('--fresh');
    expect(await readFile(file, 'utf8')).toBe('state');

    await removeDatabase(file);
    await expect(stat(file)).rejects.toThrow('ENOENT');
    await claimDatabase(file, '1.31.2');
  });
});

describe('a supervised process', () => {
  test('tells its exit code', async () => {
    const lines: string[] = [];
    const running = startSupervised('sh', ['-c', 'echo said; exit 5'], process.env, (line) =>
      lines.push(line),
    );
    expect(await running.exited).toBe(5);
    expect(lines).toEqual(['said']);
  });

  test('is asked to end by stop', async () => {
    const lines: string[] = [];
    const body = 'trap "echo asked; exit 0" TERM; echo ready; while :; do sleep 0.05; done';
    const running = startSupervised('sh', ['-c', body], process.env, (line) => lines.push(line));
    await vi.waitFor(() => {
      expect(lines).toEqual(['ready']);
    });
    await running.stop();
    expect(lines).toEqual(['ready', 'asked']);
    expect(await running.exited).toBe(0);
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'does not outlive an owner that %s ends',
    async (signal) => {
      const supervisor = new URL(
        '../../../src/temporal/development-server/supervisor.mjs',
        import.meta.url,
      ).pathname;
      // The owner starts it in the way of `startSupervised`, tells the process id and does nothing more.
      const owner = execa(
        'node',
        [
          '--input-type=module',
          '--eval',
          `import { spawn } from 'node:child_process';
       const child = spawn(process.execPath, [${JSON.stringify(supervisor)}, 'sh', '-c', 'echo $$; exec sleep 600'],
         { stdio: ['pipe', 'pipe', 'ignore'], detached: true });
       child.stdout.on('data', (data) => process.stdout.write(data));
       setInterval(() => undefined, 1000);`,
        ],
        { reject: false },
      );
      const pid = await new Promise<number>((resolve) => {
        owner.stdout.once('data', (data: Buffer) => {
          resolve(Number(data.toString()));
        });
      });
      expect(lives(pid)).toBe(true);

      owner.kill(signal);
      await owner;
      await vi.waitFor(
        () => {
          expect(lives(pid)).toBe(false);
        },
        { timeout: 5_000 },
      );
    },
  );
});
