import type { ConnectionStatus } from '../domain/connection-messages.ts';
import { syncNames } from '../domain/syncs/syncs.ts';
import { connectionStatus, processStatus, type ProcessStatus } from '../temporal/sync-status.ts';
import { openTemporal } from '../temporal/temporal-access.ts';
import { readConfiguration } from './read-configuration.ts';
import { reportInWords } from './report-in-words.ts';

interface Shown {
  readonly connection: string;
  readonly name: string;
  readonly runnable: boolean;
  readonly trouble: ConnectionStatus | undefined;
  readonly processes: readonly ProcessStatus[];
}

/** `crossdock status`: per connection and process what ran last, and what is wrong. */
export async function statusCommand(options: { config?: string; json?: boolean }): Promise<number> {
  const configuration = readConfiguration(options.config);
  const access = await openTemporal();
  try {
    const shown: Shown[] = [];
    for (const { id, name, runnable } of configuration.connections) {
      const statuses = await Promise.all(
        syncNames.map(async (process) => await processStatus(access, id, process)),
      );
      shown.push({
        connection: id,
        name,
        runnable,
        trouble: await connectionStatus(access, id),
        processes: statuses.filter((status) => status !== undefined),
      });
    }
    if (options.json === true) console.log(JSON.stringify({ connections: shown }));
    else for (const line of shown.flatMap(inWords)) console.log(line);
    return 0;
  } finally {
    await access.close();
  }
}

function inWords(shown: Shown): string[] {
  const title = `${shown.name} (${shown.connection})`;
  if (!shown.runnable) return [`${title}: left out by this version`];
  if (shown.processes.length === 0) {
    return [`${title}: nothing is scheduled; run \`crossdock apply\``];
  }
  return [title, ...troubleInWords(shown.trouble), ...shown.processes.flatMap(processInWords), ''];
}

function troubleInWords(trouble: ConnectionStatus | undefined): string[] {
  if (trouble === undefined) return ['  no worker answers for it: is `crossdock worker` running?'];
  return [
    ...trouble.incidents.map(
      ({ system, kind, since, text, todo }) =>
        `  ${system}, ${kind} since ${since}: ${text} ${todo}`,
    ),
    ...trouble.failing.map(
      ({ process, times, since, text }) =>
        `  ${process} failed ${times === 1 ? 'once' : `${times} times in a row`} since ${since}: ${text}`,
    ),
  ];
}

function processInWords(status: ProcessStatus): string[] {
  const { process, paused, note, nextRunAt, lastRun } = status;
  const when = paused
    ? `paused${note === undefined ? '' : ` (${note})`}`
    : `next run ${nextRunAt ?? 'unknown'}`;
  if (lastRun === undefined) return [`  ${process}: has not run yet; ${when}`];
  const line = `  ${process}: last run ${lastRun.startedAt}, ${lastRun.outcome}; ${when}`;
  if (lastRun.report === undefined) return [line];
  return [line, ...reportInWords(process, lastRun.report).map((one) => `    ${one}`)];
}
