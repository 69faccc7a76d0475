import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import type { RunningHttp } from '../../src/http/start-http.ts';
import { PortNotFree } from '../../src/http/start-http.ts';
import { openTemporal, type TemporalAccess } from '../../src/temporal/temporal-access.ts';
import { configurationOf, fileWith } from '../connections/written-file.ts';
import { eventually } from '../world/eventually.ts';
import { call } from './caller.ts';
import { listening } from './listening.ts';

/** A way to Temporal that can be cut. */
async function openWay(to: string) {
  const [host = '', port] = to.split(':');
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

describe('health', () => {
  let way: Awaited<ReturnType<typeof openWay>>;
  let access: TemporalAccess;
  let http: RunningHttp;
  let works = true;
  beforeAll(async () => {
    way = await openWay(inject('temporalAddress'));
    access = await openTemporal({ address: way.address, namespace: 'default' });
    const configuration = configurationOf(fileWith({ 'webhooks/token': 'x' }));
    http = await listening(
      access,
      () => configuration,
      () => works,
    );
  });
  afterAll(async () => {
    await http.close();
    await access.close();
    way.cut();
  });

  const health = async () => await call(`${http.url}/health`);
  const ready = async () => await call(`${http.url}/ready`);

  test('is ready while the workers run and Temporal answers', async () => {
    expect(await health()).toMatchObject({ status: 200, text: '{"status":"alive"}' });
    expect((await ready()).status).toBe(200);
  });

  test('is not while the workers don’t run', async () => {
    works = false;
    const { status, text } = await ready();
    works = true;
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({ status: 'not ready', workers: false, temporal: true });
    expect((await ready()).status).toBe(200);
  });

  test('says 404 of any other address, in JSON and without a word more', async () => {
    for (const path of ['/', '/webhooks', '/webhooks/orderdesk', '/health/x', '/%']) {
      const { status, text } = await call(`${http.url}${path}`);
      expect([path, status]).toEqual([path, path === '/%' ? 400 : 404]);
      expect(text).not.toMatch(/node_modules|\.ts:|stack/);
    }
  });

  test('cuts off a caller that never ends its headers', async () => {
    const { port } = new URL(http.url);
    const socket = connect(Number(port), '127.0.0.1');
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.write('GET /health HTTP/1.1\r\nHost: x\r\nX-A: ');
    const began = performance.now();
    await once(socket, 'close');
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(said).toContain('408');
  });

  test('a port that is taken is told in words', async () => {
    const { startHttp } = await import('../../src/http/start-http.ts');
    const { default: pino } = await import('pino');
    const taken = startHttp({
      port: Number(new URL(http.url).port),
      host: '127.0.0.1',
      access,
      configuration: () => configurationOf(fileWith({})),
      isWorking: () => true,
      log: pino({ level: 'silent' }),
    });
    await expect(taken).rejects.toThrow(PortNotFree);
    await expect(taken).rejects.toThrow('EADDRINUSE');
  });

  test('is alive and not ready when Temporal is gone, and a event is to be given again', async () => {
    way.cut();
    await eventually(async () => (await ready()).status === 503, { what: 'that it is not ready' });
    expect(JSON.parse((await ready()).text)).toMatchObject({ workers: true, temporal: false });
    expect((await health()).status).toBe(200);
    const event = await call(`${http.url}/webhooks/ongoing/nordlys`, {
      headers: { 'content-type': 'application/json', 'x-auth-token': 'x' },
      body: JSON.stringify({
        goodsOwnerOrderId: '1',
        orderNumber: '1',
        orderStatus: { number: 450 },
      }),
    });
    expect(event).toMatchObject({
      status: 503,
      text: '{"error":"It can’t be taken at the moment. Call again."}',
    });
  });
});
