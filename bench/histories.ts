import { actionsOf } from '../test/replay/actions.ts';
import type { World } from '../test/world/world.ts';

/** How long the orders' histories are, in events, and what Temporal Cloud would count, in actions. */
export interface Histories {
  readonly events: { readonly mean: number; readonly most: number };
  readonly actions: { readonly mean: number; readonly most: number };
}

/** Reads the histories of some completed orders. */
export async function histories({ access }: World, sample: number): Promise<Histories> {
  const { workflow } = access.client;
  const events: number[] = [];
  const actions: number[] = [];
  const query = "WorkflowType = 'order' AND ExecutionStatus = 'Completed'";
  for await (const { workflowId, runId } of workflow.list({ query })) {
    const history = await workflow.getHandle(workflowId, runId).fetchHistory();
    events.push(history.events?.length ?? 0);
    actions.push(actionsOf(history.events ?? []));
    if (events.length === sample) break;
  }
  return { events: summary(events), actions: summary(actions) };
}

const summary = (of: readonly number[]) => ({
  mean: of.reduce((sum, one) => sum + one, 0) / of.length,
  most: Math.max(...of),
});
