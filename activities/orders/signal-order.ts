import { type Client, WorkflowNotFoundError } from '@temporalio/client';

/** Signals an order's workflow. False where none runs: nobody follows the order. */
export async function signalOrder(
  { workflow }: Client,
  workflowId: string,
  signal: string,
  ...given: unknown[]
): Promise<boolean> {
  try {
    await workflow.getHandle(workflowId).signal(signal, ...given);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
