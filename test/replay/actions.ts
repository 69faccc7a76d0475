/** An event of a history, as the client gives it or as it stands in a file. */
type Event = Readonly<Record<string, any>>;

/**
 * Starts, signals, updates, timers, search attributes and continue-as-new count once, an activity once
 * for each attempt; a signal that came with the start counts with it.
 * Source: https://docs.temporal.io/cloud/actions
 */
export function actionsOf(events: readonly Event[]): number {
  let actions = 0;
  for (const event of events) {
    if (event['workflowExecutionStartedEventAttributes']) actions += 1;
    if (event['workflowExecutionSignaledEventAttributes'] && Number(event['eventId']) > 2)
      actions += 1;
    if (event['workflowExecutionUpdateAcceptedEventAttributes']) actions += 1;
    if (event['timerStartedEventAttributes']) actions += 1;
    if (event['upsertWorkflowSearchAttributesEventAttributes']) actions += 1;
    if (event['workflowExecutionContinuedAsNewEventAttributes']) actions += 1;
    if (event['signalExternalWorkflowExecutionInitiatedEventAttributes']) actions += 1;
    actions += event['activityTaskStartedEventAttributes']?.attempt ?? 0;
  }
  return actions;
}
