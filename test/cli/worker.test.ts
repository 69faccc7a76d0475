import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { orderWorkflowId } from '../../src/domain/names.ts';
import type { OrderStatus } from '../../src/domain/order-messages.ts';
import { eventually } from '../world/eventually.ts';
import { place, stock, type Goods } from '../world/goods.ts';
import { Site } from './site.ts';

describe('apply and worker as a user runs them', () => {
  let site: Site;
  let goods: Goods;
  beforeEach(async () => {
    site = await Site.open();
    goods = stock(site);
  });
  afterEach(async () => await site.close());

  const atWarehouse = (ids: readonly string[]) =>
    ids.filter((id) => site.wms.order(id) !== undefined).length;
  const reported = (ids: readonly string[]) =>
    ids.filter((id) => site.erp.order(id)?.OrderStatus === 'OrderState_Sent').length;

  test('an order travels, and SIGTERM drains', async () => {
    const id = place(site, goods);
    const applied = await site.run('apply', '--json');
    expect(applied.exitCode).toBe(0);
    expect(JSON.parse(applied.stdout)).toMatchObject({ failed: [] });
    const worker = site.start('worker');
    await eventually(() => atWarehouse([id]) === 1, { what: 'the put' });
    site.wms.ship(id);
    await eventually(() => reported([id]) === 1, { what: 'the report' });
    expect(site.problems()).toEqual([]);

    const again = await site.run('apply', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ done: [], failed: [] });

    worker.kill('SIGTERM');
    const { exitCode, stdout } = await worker;
    expect(exitCode).toBe(0);
    expect(stdout).toBe('');
  }, 60_000);

  test('a worker that is killed in the middle of its work loses and doubles nothing', async () => {
    const ids = Array.from({ length: 30 }, () => place(site, goods));
    await site.run('apply');
    const first = site.start('worker');
    await eventually(() => atWarehouse(ids) >= 8, { what: 'some puts' });
    first.kill('SIGKILL');
    await first;
    expect(atWarehouse(ids)).toBeLessThan(ids.length);

    void site.start('worker');
    await eventually(() => atWarehouse(ids) === ids.length, {
      what: 'every order at the warehouse',
      withinMs: 60_000,
    });
    for (const id of ids) site.wms.ship(id);
    await eventually(() => reported(ids) === ids.length, {
      what: 'every order reported',
      withinMs: 60_000,
    });
    expect(site.problems()).toEqual([]);
    expect(site.wms.orders()).toHaveLength(ids.length);
    expect(site.erp.statusWrites).toHaveLength(ids.length);
  }, 150_000);

  test('a corrected password counts without a restart', async () => {
    await site.configure({ warehousePassword: 'wrong' });
    const id = place(site, goods);
    await site.run('apply');
    void site.start('worker');
    const order = site.access.client.workflow.getHandle(orderWorkflowId('nordlys', id));
    const status = await eventually(
      async () => {
        const now = await order.query<OrderStatus>('status').catch(() => undefined);
        return now?.waiting === undefined ? undefined : now;
      },
      { what: 'the order waits' },
    );
    expect(status).toMatchObject({ attention: [], waiting: { system: 'Ongoing WMS' } });

    await site.configure();
    // As the incident's text says it, and as people do it: at once.
    await site.run('apply');
    await eventually(() => atWarehouse([id]) === 1, { what: 'the put', withinMs: 30_000 });
  }, 90_000);
});
