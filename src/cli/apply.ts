import { applyConnections } from '../temporal/apply.ts';
import { type CheckedSource, checkSources } from '../temporal/check-sources.ts';
import { openTemporal } from '../temporal/temporal-access.ts';
import { appliedConnections } from './applied-connections.ts';
import { openLog } from './log.ts';
import { readConfiguration } from './read-configuration.ts';

/** `crossdock apply`: 0, or 1 with what failed. */
export async function applyCommand(options: { config?: string; json?: boolean }): Promise<number> {
  const configuration = readConfiguration(options.config);
  const access = await openTemporal();
  try {
    const connections = appliedConnections(configuration.connections);
    const [applied, sources] = await Promise.all([
      applyConnections(access, connections),
      checkSources(configuration.connections, openLog('error')),
    ]);
    const { done } = applied;
    const failed = [...applied.failed, ...sources.flatMap(misfits)];
    // Why a connection is left out stands among the notices, too.
    const notices = [...configuration.notices, ...sources.flatMap(unasked)];
    if (options.json === true) {
      console.log(JSON.stringify({ done, failed, notices }));
      return failed.length === 0 ? 0 : 1;
    }
    for (const line of done) console.log(line);
    for (const { path, message } of notices) console.log(`note: ${path}: ${message}`);
    for (const line of failed) console.error(`failed: ${line}`);
    const count = connections.length === 1 ? '1 connection' : `${connections.length} connections`;
    console.log(
      failed.length > 0
        ? 'Not everything could be applied; correct it and run `crossdock apply` again.'
        : `${done.length === 0 ? 'Nothing to change' : 'Applied'}: ${count} in namespace ${access.namespace} at ${access.address}.`,
    );
    return failed.length === 0 ? 0 : 1;
  } finally {
    await access.close();
  }
}

const misfits = ({ connection, problems }: CheckedSource): string[] =>
  problems.map((problem) => `connections.${connection}: ${problem}`);

/** A store that can’t be reached now may well be when the worker runs. */
const unasked = ({ connection, unasked: why }: CheckedSource) =>
  why === undefined
    ? []
    : [
        {
          path: `connections.${connection}.source`,
          message: `whether its folders are there could not be asked: ${why}`,
        },
      ];
