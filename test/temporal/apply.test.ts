import { randomUUID } from 'node:crypto';

import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import type {
  ConnectionConfigured,
  ConnectionStatus,
} from '../../src/domain/connection-messages.ts';
import type { FeedCursor, FeedPageDone } from '../../src/domain/syncs/feed-cursor.ts';
import {
  connectionWorkflowId,
  searchAttributes,
  sourceQueue,
  workflowQueue,
} from '../../src/domain/names.ts';
import { emptyReport } from '../../src/domain/syncs/run-report.ts';
import { type AppliedConnection, applyConnections } from '../../src/temporal/apply.ts';
import { openTemporal, type TemporalAccess } from '../../src/temporal/temporal-access.ts';
import { eventually } from '../world/eventually.ts';
import { openNamespace } from '../world/namespace.ts';
import '../world/quiet.ts';

const hour = 3_600_000;
const minute = 60_000;

function connection(
  id: string,
  processes: ConnectionConfigured['processes'] = {
    orders: { enabled: false, everyMs: hour },
    shipments: { enabled: false, everyMs: hour },
  },
): AppliedConnection {
  return {
    id,
    configured: {
      name: `The ${id}`,
      source: '24SevenOffice',
      warehouse: 'Ongoing WMS',
      timeZone: 'Europe/Oslo',
      fingerprint: 'f',
      processes,
    },
  };
}

/** An interval of orders that runs by itself only when it is told to. */
const every = (everyMs: number, enabled = true) => ({
  orders: { enabled, everyMs },
  shipments: { enabled: false, everyMs: hour },
});

async function applied(access: TemporalAccess, ...connections: AppliedConnection[]) {
  const { done, failed } = await applyConnections(access, connections);
  expect(failed).toEqual([]);
  return done;
}

async function scheduleIds(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for await (const { scheduleId } of client.schedule.list()) ids.push(scheduleId);
  return ids.sort();
}

describe('apply on an empty server', () => {
  test('makes the namespace, keeps ended orders 30 days, registers search attributes', async () => {
    const namespace = `test-${randomUUID()}`;
    const access = await openTemporal({ address: inject('temporalAddress'), namespace });
    try {
      const { done, failed } = await applyConnections(access, []);
      expect(failed).toEqual([]);
      expect(done[0]).toContain(namespace);
      const described = await access.client.workflowService.describeNamespace({ namespace });
      const kept = Number(described.config?.workflowExecutionRetentionTtl?.seconds);
      expect(kept).toBeGreaterThanOrEqual(30 * 86_400);
      const { operatorService } = access.client.connection;
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
      const types = proto.temporal.api.enums.v1.IndexedValueType;
      expect(customAttributes).toMatchObject(
        Object.fromEntries(
          Object.entries(searchAttributes).map(([name, type]) => [
            name,
            types[`INDEXED_VALUE_TYPE_${type}`],
          ]),
        ),
      );
    } finally {
      await access.close();
    }
  });

  test('lengthens a retention that is too short', async () => {
    const namespace = `test-${randomUUID()}`;
    const access = await openTemporal({ address: inject('temporalAddress'), namespace });
    try {
      const { workflowService } = access.client;
      await workflowService.registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: { seconds: (3 * 86_400) as never },
      });
      await eventually(async () => (await applyConnections(access, [])).failed.length === 0, {
        what: 'the namespace',
      });
      const { config } = await workflowService.describeNamespace({ namespace });
      expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
    } finally {
      await access.close();
    }
  });
});

describe('the schedules that apply makes', () => {
  let access: TemporalAccess;
  beforeAll(async () => {
    access = await openNamespace(inject('temporalAddress'));
  });
  afterAll(async () => await access.close());

  const schedule = (id: string) => access.client.schedule.getHandle(id);

  test('run alone, make up for minutes only, and at a phase of their connection’s own', async () => {
    await applied(access, connection('nordlys', every(15 * minute)), connection('havna'));
    const { spec, policies, state, action } = await schedule('nordlys:orders').describe();
    expect(policies.overlap).toBe(ScheduleOverlapPolicy.SKIP);
    expect(policies.catchupWindow).toBeGreaterThanOrEqual(minute);
    expect(policies.catchupWindow).toBeLessThanOrEqual(10 * minute);
    expect(state.paused).toBe(false);
    expect(action).toMatchObject({ workflowType: 'importOrders', taskQueue: workflowQueue });
    const [interval] = spec.intervals ?? [];
    expect(interval?.every).toBe(15 * minute);

    const offsets = await Promise.all(
      ['nordlys:shipments', 'havna:orders', 'havna:shipments'].map(
        async (id) => (await schedule(id).describe()).spec.intervals?.[0]?.offset,
      ),
    );
    expect(offsets[1]).toBe(offsets[2]);
    expect(offsets[0]).not.toBe(offsets[1]);
  });

  test('change nothing when applied again', async () => {
    const wanted = [connection('again', every(15 * minute)), connection('nordlys')];
    await applied(access, ...wanted);
    const before = await schedule('again:orders').describe();
    expect(await applied(access, ...wanted)).toEqual([]);
    const after = await schedule('again:orders').describe();
    expect(after.spec).toEqual(before.spec);
    expect(after.info.lastUpdatedAt).toEqual(before.info.lastUpdatedAt);
  });

  test('are paused when switched off, and a person’s own pause is kept', async () => {
    await applied(access, connection('pauses', every(hour)));
    const handle = schedule('pauses:orders');
    const paused = async () => (await handle.describe()).state.paused;

    expect(await applied(access, connection('pauses', every(hour, false)))).toEqual([
      'pauses:orders: paused',
    ]);
    expect(await paused()).toBe(true);
    await applied(access, connection('pauses', every(hour)));
    expect(await paused()).toBe(false);

    await handle.pause('stocktaking until Monday');
    await applied(access, connection('pauses', every(hour)));
    await applied(access, connection('pauses', every(30 * minute)));
    const { state, spec } = await handle.describe();
    expect(state).toMatchObject({ paused: true, note: 'stocktaking until Monday' });
    expect(spec.intervals?.[0]?.every).toBe(30 * minute);
  });

  test('keep a person’s pause through a time in which they are switched off', async () => {
    await applied(access, connection('kept', every(hour)));
    const handle = schedule('kept:orders');
    await handle.pause('stocktaking until Monday');
    await applied(access, connection('kept', every(hour, false)));
    await applied(access, connection('kept', every(hour)));
    expect((await handle.describe()).state).toMatchObject({
      paused: true,
      note: 'stocktaking until Monday',
    });
  });

  test('keep it also where the interval changes meanwhile', async () => {
    await applied(access, connection('slower', every(hour)));
    const handle = schedule('slower:orders');
    await handle.pause('stocktaking until Monday');
    await applied(access, connection('slower', every(hour, false)));
    await applied(access, connection('slower', every(30 * minute, false)));
    await applied(access, connection('slower', every(30 * minute)));
    const { state, spec } = await handle.describe();
    expect(state).toMatchObject({ paused: true, note: 'stocktaking until Monday' });
    expect(spec.intervals?.[0]?.every).toBe(30 * minute);
  });

  test('go on when switched on again with another interval', async () => {
    await applied(access, connection('faster', every(hour, false)));
    await applied(access, connection('faster', every(30 * minute, false)));
    expect(await applied(access, connection('faster', every(15 * minute)))).toEqual([
      'faster:orders: resumed',
    ]);
    const { state, spec } = await schedule('faster:orders').describe();
    expect(state).toMatchObject({ paused: false, note: '' });
    expect(spec.intervals?.[0]?.every).toBe(15 * minute);
  });

  test('go when their connection goes; those of others stay', async () => {
    await access.client.schedule.create({
      scheduleId: 'somebody-elses',
      spec: { intervals: [{ every: '1 day' }] },
      action: { type: 'startWorkflow', workflowType: 'theirs', taskQueue: 'theirs' },
      state: { paused: true },
    });
    await applied(access, connection('stays'), connection('goes'));
    const listed = async () => await scheduleIds(access.client);
    await eventually(async () => (await listed()).includes('goes:orders'), { what: 'the list' });
    expect(await applied(access, connection('stays'))).toContain('goes:orders: removed');
    await eventually(
      async () => {
        // The list hears of a schedule late: one that it didn't show then is removed by the next apply.
        await applied(access, connection('stays'));
        const ids = await listed();
        return ids.every((id) => id.startsWith('stays:') || id === 'somebody-elses');
      },
      { what: 'only what stays' },
    );
    expect(await scheduleIds(access.client)).toContain('somebody-elses');
  });
});

/** The pages of a feed, as each run in turn finds them. */
type Page = (cursor: FeedCursor | null) => FeedPageDone;

describe('a scheduled run', () => {
  let access: TemporalAccess;
  const began: (FeedCursor | null)[] = [];
  let page: Page;
  let workers: Worker[];
  let running: Promise<unknown>;
  beforeAll(async () => {
    access = await openNamespace(inject('temporalAddress'));
    const common = { connection: await access.native(), namespace: access.namespace };
    workers = [
      await Worker.create({
        ...common,
        taskQueue: workflowQueue,
        workflowBundle: { codePath: inject('workflowBundle') },
      }),
      await Worker.create({
        ...common,
        taskQueue: sourceQueue('runs'),
        activities: {
          importOrders: (cursor: FeedCursor | null) => {
            began.push(cursor);
            return page(cursor);
          },
        },
      }),
    ];
    running = Promise.all(workers.map(async (worker) => await worker.run()));
  });
  afterAll(async () => {
    for (const worker of workers) worker.shutdown();
    await running;
    await access.close();
  });

  const at = (place: number): FeedCursor => ({ position: { place }, seen: [] });
  const finds = (cursor: FeedCursor): Page => {
    return () => ({ cursor, more: false, report: emptyReport });
  };
  const fails: Page = () => {
    throw ApplicationFailure.create({ nonRetryable: true, message: 'The vendor says no.' });
  };

  /** Lets the schedule run once, and waits for the run's end. */
  async function run(finding: Page): Promise<void> {
    page = finding;
    const handle = access.client.schedule.getHandle('runs:orders');
    const before = (await handle.describe()).info.numActionsTaken;
    await eventually(
      async () => {
        // A second trigger within the same second is dropped by the server.
        await handle.trigger(ScheduleOverlapPolicy.SKIP);
        const { info } = await handle.describe();
        return info.numActionsTaken > before;
      },
      { what: 'the run' },
    );
    await eventually(async () => (await handle.describe()).info.runningActions.length === 0, {
      what: 'the end of the run',
    });
  }

  const failing = async () =>
    (
      await access.client.workflow
        .getHandle(connectionWorkflowId('runs'))
        .query<ConnectionStatus>('status')
    ).failing;

  test('goes on where the last one ended, also after runs that found nothing or failed', async () => {
    await applied(access, connection('runs', every(hour, false)));
    await run(finds(at(1)));
    await run(finds(at(2)));
    // Found nothing: the place stays.
    await run((cursor) => ({ cursor: cursor ?? at(0), more: false, report: emptyReport }));
    await run(fails);
    await eventually(async () => (await failing()).length === 1, { what: 'that it is told' });
    expect(await failing()).toMatchObject([
      { process: 'orders', times: 1, text: 'The vendor says no.' },
    ]);
    await run(fails);
    await eventually(async () => (await failing())[0]?.times === 2, { what: 'the second time' });
    await run(finds(at(3)));
    await eventually(async () => (await failing()).length === 0, { what: 'the recovery' });
    await run(finds(at(4)));
    const places = began.map((cursor) => cursor?.position['place'] ?? null);
    const distinct = places.filter((place, index) => index === 0 || place !== places[index - 1]);
    expect(places[0]).toBeNull();
    expect(distinct).toEqual([null, 1, 2, 3]);
  }, 90_000);
});
