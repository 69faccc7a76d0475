import type { Client } from '@temporalio/client';

import { workflowTypes } from '../../domain/names.ts';
import { stages } from '../../domain/stage.ts';

/** How many orders are at each stage, and how many need attention or wait for their connection. */
export interface OrderCounts {
  readonly stages: Readonly<Record<string, number>>;
  readonly needAttention: number;
}

/** Asks Temporal; a handful of counts, none of which reads an order. */
export async function countOrders(client: Client): Promise<OrderCounts> {
  const count = async (condition: string) =>
    (await client.workflow.count(`WorkflowType = '${workflowTypes.order}' AND ${condition}`)).count;
  const entries = await Promise.all(
    stages.map(async (stage) => [stage, await count(`stage = '${stage}'`)] as const),
  );
  return {
    stages: Object.fromEntries(entries),
    needAttention: await count("needsAttention = true AND ExecutionStatus = 'Running'"),
  };
}
