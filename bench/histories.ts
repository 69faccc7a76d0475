import type { World } from '../test/world/world.ts';

/** How long the orders' histories are, in events, and what Temporal Cloud would count, in actions. */
export interface Histories {
  readonly events: { readonly mean: number; readonly most: number };
  readonly actions: { readonly mean: number; readonly most: number };
}

type History = Awaited<
  ReturnType<ReturnType<World['access']['client']['workflow']['getHandle']>['fetchHistory']>
>;

/** Reads the histories of some completed orders. */
export async function histories({ access }: World, sample: number): Promise<Histories> {
  const { workflow } = access.client;
  const events: number[] = [];
  const actions: number[] = [];
  const query = "WorkflowType = 'order' AND ExecutionStatus = 'Completed'";
  for await (const { workflowId, runId } of workflow.list({ query })) {
    const history = await workflow.getHandle(workflowId, runId).fetchHistory();
    events.push(history.events?.length ?? 0);
    actions.push(actionsOf(history));
    if (events.length === sample) break;
  }
  return { events: summary(events), actions: summary(actions) };
}

/**
 * Starts, signals, updates, timers, search attributes and continue-as-new count once, an activity once
 * for each attempt; a signal that came with the start counts with it.
 * Source: https://docs.temporal.io/cloud/actions
 */
function actionsOf({ events }: History): number {
  let actions = 0;
  for (const event of events ?? []) {
    if (event.workflowExecutionStartedEventAttributes) actions += 1;
    if (event.workflowExecutionSignaledEventAttributes && Number(event.eventId) > 2) actions += 1;
    if (event.workflowExecutionUpdateAcceptedEventAttributes) actions += 1;
    if (event.timerStartedEventAttributes) actions += 1;
    if (event.upsertWorkflowSearchAttributesEventAttributes) actions += 1;
    if (event.workflowExecutionContinuedAsNewEventAttributes) actions += 1;
    if (event.signalExternalWorkflowExecutionInitiatedEventAttributes) actions += 1;
    actions += event.activityTaskStartedEventAttributes?.attempt ?? 0;
  }
  return actions;
}

const summary = (of: readonly number[]) => ({
  mean: of.reduce((sum, one) => sum + one, 0) / of.length,
  most: Math.max(...of),
});
