import type { World } from '../test/world/world.ts';

/** How long the orders' histories are, in events. */
export interface Histories {
  readonly orders: number;
  readonly mean: number;
  readonly most: number;
}

/** Reads the length of every completed order's history. */
export async function histories({ access }: World): Promise<Histories> {
  const lengths: number[] = [];
  const query = "WorkflowType = 'order' AND ExecutionStatus = 'Completed'";
  for await (const { historyLength } of access.client.workflow.list({ query })) {
    lengths.push(historyLength ?? 0);
  }
  const sum = lengths.reduce((total, length) => total + length, 0);
  return { orders: lengths.length, mean: sum / lengths.length, most: Math.max(...lengths) };
}
