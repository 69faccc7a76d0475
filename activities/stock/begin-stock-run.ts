import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import PQueue from 'p-queue';

import { orderWorkflowId } from '../../src/domain/names.ts';
import { readOrderResult } from '../../src/domain/reading/read-order-input.ts';
import type { PickedOrder } from '../../src/domain/syncs/stock.ts';
import type { StockRunBegin } from '../../src/domain/syncs/stock-run.ts';
import { priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies } from '../activity-dependencies.ts';
import { withRegistry } from '../syncs/registry.ts';
import { vendorCall } from '../vendor-call.ts';

const looksAtATime = 10;
/** A run looks at the orders that completed since the one before, a little further back to be sure. */
const slackMs = 60_000;
const firstLookMs = 24 * 60 * 60_000;

/**
 * What a stock run must know before it compares: products on orders that have left the shelf while the
 * source isn't told yet, and products of orders that were reported since the last run.
 */
export function beginStockRun({ connection, temporal }: ActivityDependencies) {
  return {
    async beginStockRun(reportedUntil: string | null): Promise<StockRunBegin> {
      const { open, registry } = withRegistry(connection);
      const now = new Date().toISOString();
      const { maxShareToZero, inventory } = registry;
      if (inventory !== undefined) {
        // Such a source takes nothing off by itself when an order is reported.
        const none = { heldProducts: [], reportedProducts: [], reportedUntil: now };
        return { ...none, maxShareToZero, isInventory: true };
      }
      const picked = await registry.warehouse.pickedOrders(vendorCall(priorities.stock));
      return {
        heldProducts: await untold(temporal, open.id, picked),
        reportedProducts: await reportedSince(temporal, open.id, reportedUntil),
        reportedUntil: now,
        maxShareToZero,
      };
    },
  };
}

/** Products of picked orders whose life goes on: the source will take them off its stock itself. */
async function untold(
  temporal: Client,
  connection: string,
  picked: readonly PickedOrder[],
): Promise<string[]> {
  const queue = new PQueue({ concurrency: looksAtATime });
  const products = new Set<string>();
  await Promise.all(
    picked.map(async ({ goodsOwnerOrderId, productCodes }) => {
      if (goodsOwnerOrderId === null) return;
      const isRunning = await queue.add(
        async () => await runs(temporal, orderWorkflowId(connection, goodsOwnerOrderId)),
      );
      if (isRunning) for (const code of productCodes) products.add(code);
    }),
  );
  return [...products];
}

async function runs(temporal: Client, workflowId: string): Promise<boolean> {
  try {
    return (await temporal.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function reportedSince(
  temporal: Client,
  connection: string,
  since: string | null,
): Promise<string[]> {
  const from = since === null ? Date.now() - firstLookMs : Date.parse(since) - slackMs;
  const query = `connection = '${connection}' AND WorkflowType = 'order' AND stage = 'completed' AND CloseTime > '${new Date(from).toISOString()}'`;
  const queue = new PQueue({ concurrency: looksAtATime });
  const reads: Promise<readonly string[]>[] = [];
  for await (const { workflowId, runId } of temporal.workflow.list({ query })) {
    reads.push(
      queue.add(async () => {
        const ended: unknown = await temporal.workflow.getHandle(workflowId, runId).result();
        return readOrderResult(ended).productCodes ?? [];
      }),
    );
  }
  return [...new Set((await Promise.all(reads)).flat())];
}
