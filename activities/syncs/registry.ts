import { ApplicationFailure } from '@temporalio/common';

import type { ActivityDependencies, OpenConnection, Registry } from '../activity-dependencies.ts';

/** The connection and its registry; a connection without one has no such process. */
export function withRegistry(connection: ActivityDependencies['connection']): {
  readonly open: OpenConnection;
  readonly registry: Registry;
} {
  const open = connection();
  if (open.registry === undefined) {
    throw ApplicationFailure.nonRetryable(
      `${open.source.name} keeps no registry of articles, so this process has nothing to do.`,
    );
  }
  return { open, registry: open.registry };
}
