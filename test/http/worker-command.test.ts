import { createServer } from 'node:net';

import getPort from 'get-port';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Site } from '../cli/site.ts';
import { eventually } from '../world/eventually.ts';
import { call } from './caller.ts';

/** Its schedules run as soon as there is a worker. */
const shown = [
  /^crossdock_activity_seconds_count\{activity="[a-zA-Z]+",outcome="[a-zA-Z]+"\} [1-9]/m,
  /^# TYPE crossdock_activity_seconds histogram$/m,
  /^crossdock_vendor_call_seconds_bucket\{operation="[^"]+",outcome="(?:ok|failed)",system="[^"]+",le="0\.1"\} /m,
  /^crossdock_vendor_callers_total\{operation="[^"]+",system="[^"]+"\} /m,
  /^crossdock_circuit_breaker_open\{connection="[a-z]+",end="warehouse"\} [01]$/m,
  /^crossdock_event_loop_lag_seconds \d/m,
  // The SDK's own.
  /^temporal_num_pollers\{/m,
];

describe('crossdock worker --http', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  });
  afterAll(async () => await site.close());

  test('is ready once its workers run, and no longer there when it has drained', async () => {
    const port = await getPort();
    const url = `http://127.0.0.1:${port}`;
    await site.run('apply');
    const worker = site.start('worker', '--http', `127.0.0.1:${port}`);
    const ready = async () => await call(`${url}/ready`).catch(() => undefined);
    await eventually(async () => (await ready())?.status === 200, { what: 'that it is ready' });
    expect((await call(`${url}/health`)).status).toBe(200);
    const missing = async () => {
      const { text } = await call(`${url}/metrics`);
      return shown.filter((line) => !line.test(text)).map(String);
    };
    await eventually(async () => (await missing()).length === 0, {
      what: 'that what happens is counted',
      withinMs: 20_000,
    }).catch(() => undefined);
    expect(await missing()).toEqual([]);
    worker.kill('SIGTERM');
    expect((await worker).exitCode).toBe(0);
    expect(await ready()).toBeUndefined();
  }, 60_000);

  test('says in words that the port is taken, or that there is none', async () => {
    const port = await getPort();
    const other = createServer().listen(port, '127.0.0.1');
    try {
      const taken = await site.run('worker', '--http', `127.0.0.1:${port}`);
      expect(taken.exitCode).toBe(1);
      expect(taken.stderr).toContain(`Port ${port} at 127.0.0.1 can’t be listened on (EADDRINUSE)`);
      expect(taken.stderr).not.toContain('    at ');
    } finally {
      other.close();
    }
    for (const nonsense of ['http', '99999', '1:2:3', '']) {
      const { exitCode, stderr } = await site.run('worker', '--http', nonsense);
      expect([nonsense, exitCode]).toEqual([nonsense, 2]);
      expect(stderr).toContain('--http takes a port');
    }
  }, 60_000);
});
