import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Info } from '@temporalio/activity';
import { noopMetricMeter } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { activityLogContext, recall, remember } from '../../activities/activity-run.ts';
import { vendorCall } from '../../activities/vendor-call.ts';
import { type Decision, SystemFailure } from '../../src/domain/system-failure.ts';
import { priorities } from '../../src/systems/kit/call-context.ts';
import { RateLimiter } from '../../src/systems/kit/pacing/rate-limiter.ts';
import { atEnd } from '../../src/temporal/at-end.ts';
import { activityInterceptors } from '../../src/temporal/interceptors/activity-interceptors.ts';
import { Metrics } from '../../src/temporal/metrics/metrics.ts';

let lines: Record<string, unknown>[];
beforeEach(() => {
  lines = [];
});

const log = pino(
  { level: 'debug', base: null, mixin: activityLogContext },
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  }),
);

const surroundings = {
  connection: 'nordlys',
  end: 'warehouse',
  log,
  metrics: new Metrics(noopMetricMeter),
} as const;

function environment(info: Partial<Info> = {}): MockActivityEnvironment {
  return new MockActivityEnvironment(
    { activityType: 'putOrder', startToCloseTimeoutMs: 60_000, ...info },
    {
      logger: new DefaultLogger('ERROR'),
      interceptors: activityInterceptors(surroundings).activity,
    },
  );
}

const order = { id: '77', number: '10482' };
const aboutOrder = {
  connection: 'nordlys',
  activity: 'putOrder',
  attempt: 1,
  orderId: '77',
  orderNumber: '10482',
};

describe('a log line of an activity', () => {
  test('says which one it was, and the attempt is logged before it runs', async () => {
    let before: unknown[] = [];
    await environment().run(
      (_step) => {
        before = lines.map(({ msg }) => msg);
        log.info('from deep within');
        return Promise.resolve();
      },
      { order },
    );
    expect(before).toEqual(['activity begins']);
    expect(lines).toMatchObject([
      { ...aboutOrder, msg: 'activity begins' },
      { ...aboutOrder, msg: 'from deep within' },
      { ...aboutOrder, msg: 'activity ended', outcome: 'ok', milliseconds: expect.any(Number) },
    ]);
  });

  test('is its own where calls wait for each other', async () => {
    const limiter = new RateLimiter({ system: 'Vendor', concurrency: 1, requestTimeoutMs: 1_000 });
    const calling = async (id: string) =>
      await environment({ activityType: 'lookAtOrder' }).run(
        async () => {
          await limiter.run(vendorCall(priorities.orderLook), async () => {
            await sleep(20);
            log.info('vendor call');
          });
        },
        { order: { id, number: id } },
      );
    await Promise.all([calling('1'), calling('2'), calling('3')]);
    const calls = lines.filter(({ msg }) => msg === 'vendor call');
    expect(calls.map(({ orderId }) => orderId)).toEqual(['1', '2', '3']);
  });

  test('knows the order of a hint, and that a page has none', async () => {
    await environment().run(async () => {}, order);
    await environment().run(async () => {}, null, false);
    expect(lines.map(({ orderNumber }) => orderNumber)).toEqual([
      '10482',
      '10482',
      undefined,
      undefined,
    ]);
  });
});

describe('an activity that fails', () => {
  const failing = async (decision: Decision, info: Partial<Info> = {}, gotOn = false) =>
    await environment(info)
      .run(() => {
        if (gotOn) remember(['4711']);
        throw new SystemFailure('Vendor', 'Vendor says no.', decision);
      })
      .then(
        () => undefined,
        (error: unknown) => error,
      );

  test('leaves as what the workflow understands', async () => {
    expect(await failing({ kind: 'retry', afterMs: 90_000, answerLost: true })).toMatchObject({
      type: 'Retry',
      nonRetryable: false,
      nextRetryDelay: 90_000,
      details: [{ system: 'Vendor', text: 'Vendor says no.', answerLost: true }],
    });
    expect(
      await failing({ kind: 'attention', attention: 'number taken', faults: [] }),
    ).toMatchObject({
      type: 'Attention',
      nonRetryable: true,
      details: [{ attention: { kind: 'number taken', faults: [] } }],
    });
    expect(
      await failing({ kind: 'incident', incident: 'unreachable', todo: 'Wait.', untilMs: 5 }),
    ).toMatchObject({
      type: 'Incident',
      nonRetryable: true,
      details: [{ incident: { kind: 'unreachable', todo: 'Wait.', nextProbeAtMs: 5 } }],
    });
    expect(lines.at(-1)).toMatchObject({ msg: 'activity ended', outcome: 'Incident' });
  });

  test('says which end it was, also where the activity calls both', async () => {
    class Source {
      readonly #name = 'Vendor';
      get name(): string {
        return this.#name;
      }
      async read(): Promise<never> {
        await sleep(1);
        throw new SystemFailure(this.#name, 'Vendor says no.', { kind: 'retry' });
      }
    }
    const source = atEnd('source', new Source());
    expect(source.name).toBe('Vendor');
    const ends = async (work: () => Promise<unknown>) =>
      await environment()
        .run(work)
        .catch((error: unknown) => (error as any).details[0].end);
    expect(await ends(async () => await source.read())).toBe('source');
    expect(await ends(async () => await new Source().read())).toBe('warehouse');
  });

  test('is tried again soon where it got on, later where it didn’t', async () => {
    const delay = async (gotOn: boolean) => {
      const failure: any = await failing({ kind: 'retry' }, { attempt: 5 }, gotOn);
      return failure.nextRetryDelay;
    };
    expect(await delay(true)).toBeLessThanOrEqual(1_000);
    expect(await delay(false)).toBeGreaterThanOrEqual(8_000);
  });

  test('stays what it is where it isn’t a vendor’s', async () => {
    const fault = new TypeError('ours');
    const thrown = await environment()
      .run(() => Promise.reject(fault))
      .catch((error: unknown) => error);
    expect(thrown).toBe(fault);
  });
});

describe('a long activity', () => {
  test('beats with what it remembers', async () => {
    const beats: unknown[] = [];
    const long = environment({ heartbeatDetails: ['earlier'] });
    long.on('heartbeat', (details: unknown) => beats.push(details));
    await long.run(async () => {
      await sleep(4_300);
      remember(['now']);
      await sleep(4_200);
    });
    expect(beats).toEqual([['earlier'], ['now'], ['now']]);
  });

  test('goes on after what an earlier attempt remembered', async () => {
    const codes = z.array(z.string());
    const recalled = async (heartbeatDetails: unknown) =>
      await environment({ heartbeatDetails }).run(() => Promise.resolve(recall(codes)));
    expect(await recalled(['4711'])).toEqual(['4711']);
    expect(await recalled({ written: 3 })).toBeUndefined();
    expect(await recalled(undefined)).toBeUndefined();
  });
});
