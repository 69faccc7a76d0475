import { noopMetricMeter } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { ActivityDependencies } from '../../activities/activity-dependencies.ts';
import { attachPackingSlip } from '../../activities/orders/attach-packing-slip.ts';
import type { FailureDetails } from '../../src/domain/failure-details.ts';
import { activityInterceptors } from '../../src/temporal/interceptors/activity-interceptors.ts';
import { Metrics } from '../../src/temporal/metrics/metrics.ts';
import { pdf, says, type SlipHost, startSlipHost } from '../systems/packing-slip/slip-host.ts';
import { salesOrder } from '../systems/ongoing/sales-order.ts';
import {
  openSandboxWarehouse,
  type SandboxWarehouse,
} from '../systems/ongoing/sandbox-warehouse.ts';
import { aCall } from '../systems/a-call.ts';

let opened: SandboxWarehouse;
let host: SlipHost;
let warehouseOrderId: string;

beforeEach(async () => {
  host = await startSlipHost();
  opened = await openSandboxWarehouse();
  opened.vendor.addArticle({ articleNumber: 'A-100', productCode: '4711' });
  opened.vendor.addArticle({ articleNumber: 'A-200', productCode: '4712' });
  await opened.warehouse.put(salesOrder, {}, aCall());
  warehouseOrderId = String(opened.vendor.order('10482')?.orderId);
});
afterEach(async () => {
  await host.close();
  await opened.sandbox.close();
});

interface Given {
  readonly number?: string;
  readonly path?: string;
  readonly allowHosts?: readonly string[];
  readonly attempt?: number;
}

/** Runs the activity as a worker would. */
async function attach({
  number = '10482',
  path = '/slip.pdf',
  allowHosts = ['127.0.0.1'],
  attempt = 1,
}: Given = {}): Promise<unknown> {
  const { warehouse } = opened;
  const dependencies = {
    connection: () => ({ warehouse, packingSlips: { allowHosts } }),
    // The activity needs no more of a connection than this.
  } as unknown as ActivityDependencies;
  const activity = attachPackingSlip(dependencies);
  const environment = new MockActivityEnvironment(
    { attempt, startToCloseTimeoutMs: 90_000 },
    {
      logger: new DefaultLogger('ERROR'),
      interceptors: activityInterceptors({
        connection: 'nordlys',
        end: 'warehouse',
        log: pino({ level: 'silent' }),
        metrics: new Metrics(noopMetricMeter),
      }).activity,
    },
  );
  const url = `http://127.0.0.1:${host.port}${path}?key=secret`;
  const order = { id: salesOrder.id, number };
  return await environment.run(async (step) => await activity.attachPackingSlip(step), {
    order,
    warehouseOrderId,
    url,
  });
}

const attached = () => opened.vendor.files('10482');
const detailsOf = async (work: Promise<unknown>): Promise<any> => {
  const error: any = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return {
    type: error?.type,
    nonRetryable: error?.nonRetryable,
    ...(error?.details?.[0] as FailureDetails),
  };
};

describe('the packing slip of an order', () => {
  const name = 'packing-slip-10482.pdf';

  test('goes to the warehouse under a name that it keeps', async () => {
    await attach();
    await attach({ attempt: 2 });
    expect(attached()).toEqual([
      {
        fileId: expect.any(Number),
        name,
        mimeType: 'application/pdf',
        base64: pdf.toString('base64'),
      },
    ]);
  });

  test('has a name that is one, whatever the order’s number', async () => {
    await attach({ number: '../A/10 482&x=ø' });
    expect(attached().map((file) => file.name)).toEqual(['packing-slip-..-A-10-482-x-ø.pdf']);
  });

  test('isn’t fetched from this machine unless the configuration says so', async () => {
    const failure = await detailsOf(attach({ allowHosts: [] }));
    expect(failure).toMatchObject({ type: 'Attention', attention: { kind: 'packing slip' } });
    expect([host.received, attached()]).toEqual([[], []]);
  });

  test('is tried twice where it may pass, and then needs a person', async () => {
    host.pages.set('/busy', says(503, '', { 'retry-after': '3600' }));
    const first = await detailsOf(attach({ path: '/busy' }));
    expect(first).toMatchObject({ type: 'Retry', nonRetryable: false });
    const second = await detailsOf(attach({ path: '/busy', attempt: 2 }));
    expect(second).toMatchObject({
      type: 'Attention',
      nonRetryable: true,
      attention: { kind: 'packing slip' },
      text: `The packing slip can’t be fetched from 127.0.0.1:${host.port}: HTTP 503.`,
    });
    expect(JSON.stringify([first, second])).not.toContain('secret');
  });

  test('is still tried where it is the warehouse that fails', async () => {
    const operation = 'PUT /orders/{orderId}/files';
    opened.sandbox.faults.add({ vendor: 'ongoing', operation, kind: 'lost', times: 1 });
    expect(await detailsOf(attach({ attempt: 5 }))).toMatchObject({ type: 'Retry' });
    await attach({ attempt: 6 });
    expect(attached()).toHaveLength(1);
  });
});
