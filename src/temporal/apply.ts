import type { ConnectionConfigured } from '../domain/connection-messages.ts';
import {
  connectionSignals,
  connectionStages,
  connectionWorkflowId,
  workflowQueue,
  workflowTypes,
} from '../domain/names.ts';
import { rulesOfToday } from '../domain/order-input.ts';
import { syncNames } from '../domain/syncs/syncs.ts';
import { TypedSearchAttributes, WorkflowIdConflictPolicy } from '@temporalio/common';
import type { connection } from '../../workflows/index.ts';
import { searchAttributeKeys } from '../../activities/search-attribute-keys.ts';
import { prepareNamespace } from './prepare-namespace.ts';
import { ensureSchedule, removeOtherSchedules, type WantedSchedule } from './schedules.ts';
import type { TemporalAccess } from './temporal-access.ts';

/** A connection as `apply` needs it. */
export interface AppliedConnection {
  readonly id: string;
  readonly configured: ConnectionConfigured;
}

/** What `apply` did, a line each; `failed` names what it couldn't do. */
export interface Applied {
  readonly done: readonly string[];
  readonly failed: readonly string[];
}

/** Makes the Temporal namespace match the configuration. Harmless to repeat. */
export async function applyConnections(
  access: TemporalAccess,
  connections: readonly AppliedConnection[],
): Promise<Applied> {
  const done: string[] = [];
  const failed: string[] = [];
  const attempt = async (what: string, act: () => Promise<readonly string[]>) => {
    try {
      done.push(...(await act()));
    } catch (error) {
      failed.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  await attempt('namespace', async () => await prepareNamespace(access));
  if (failed.length > 0) return { done, failed };
  const wanted = connections.flatMap(schedulesOf);
  for (const connection of connections) {
    await attempt(connection.id, async () => {
      await tellConnection(access, connection);
      return [];
    });
  }
  for (const schedule of wanted) {
    await attempt(`${schedule.connection}:${schedule.process}`, async () => {
      const change = await ensureSchedule(access.client, schedule);
      return change === undefined ? [] : [change];
    });
  }
  await attempt(
    'schedules that are no longer wanted',
    async () => await removeOtherSchedules(access.client, wanted),
  );
  return { done, failed };
}

function schedulesOf({ id, configured }: AppliedConnection): WantedSchedule[] {
  return syncNames.flatMap((process) => {
    const settings = configured.processes[process];
    if (settings === undefined) return [];
    return [{ connection: id, connectionName: configured.name, process, ...settings }];
  });
}

async function tellConnection(
  { client }: TemporalAccess,
  { id, configured }: AppliedConnection,
): Promise<void> {
  await client.workflow.signalWithStart<typeof connection, [ConnectionConfigured]>(
    workflowTypes.connection,
    {
      workflowId: connectionWorkflowId(id),
      taskQueue: workflowQueue,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      args: [{ connection: id, configured, rules: rulesOfToday }],
      signal: connectionSignals.configured,
      signalArgs: [configured],
      staticSummary: `${configured.name}: the connection`,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: searchAttributeKeys.connection, value: id },
        { key: searchAttributeKeys.stage, value: connectionStages.well },
      ]),
    },
  );
}
