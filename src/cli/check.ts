import pc from 'picocolors';

import type { Configuration, Connection } from '../connections/configuration.ts';
import { findConfiguration } from '../connections/find.ts';
import { formatDuration } from '../systems/kit/settings/duration.ts';
import { loadConfiguration } from '../connections/load.ts';
import { syncNames } from '../domain/syncs/syncs.ts';

/** Where `crossdock check` prints. */
export interface CheckOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * `crossdock check`: reads the configuration and says what is wrong with it, or what is in it.
 * @returns the exit code: 0, or 2 where something is wrong
 */
export function checkCommand(
  options: { config?: string; json?: boolean },
  output: CheckOutput = process.stdout,
): Promise<number> {
  const file = findConfiguration({ option: options.config });
  const loaded = loadConfiguration(file);
  if (options.json === true) {
    const document = loaded.ok
      ? { ok: true, ...summary(loaded.configuration) }
      : {
          ok: false,
          file,
          faults: loaded.faults.map(({ line, path, message }) => ({ file, line, path, message })),
        };
    output.write(`${JSON.stringify(document)}\n`);
  } else {
    const colours = pc.createColors(output.isTTY === true && pc.isColorSupported);
    const lines = loaded.ok
      ? inWords(loaded.configuration, colours)
      : loaded.faults.map(({ text }) => text);
    output.write(`${lines.join('\n')}\n`);
  }
  return Promise.resolve(loaded.ok ? 0 : 2);
}

/** What the configuration says, without anything secret. */
function summary({ file, connections, notices }: Configuration) {
  return {
    file,
    connections: connections.map((connection) => ({
      id: connection.id,
      name: connection.name,
      source: connection.source.system,
      warehouse: connection.warehouse.system,
      runnable: connection.runnable,
      notRunnableBecause: connection.notRunnableBecause,
      processes: connection.source.processes,
    })),
    notices,
  };
}

type Colours = ReturnType<typeof pc.createColors>;

function inWords({ file, connections, notices }: Configuration, colours: Colours): string[] {
  const count = connections.length === 1 ? '1 connection' : `${connections.length} connections`;
  return [
    `${file}: ${count}, ${colours.green('nothing is wrong')}`,
    ...connections.map((connection) => connectionLine(connection, colours)),
    ...notices.map(({ path, line, message }) => {
      const place = line === null ? file : `${file}:${line}`;
      return `${colours.yellow('note')} ${place} ${path}: ${message}`;
    }),
  ];
}

function connectionLine(connection: Connection, colours: Colours): string {
  const { id, name, source, warehouse } = connection;
  const title = name === id ? colours.bold(id) : `${colours.bold(id)} (${name})`;
  const ends = `${source.systemName} to ${warehouse.systemName}`;
  const flows = connection.runnable
    ? syncNames.flatMap((process) => {
        const setting = source.processes[process];
        if (setting === undefined) return [];
        return `${process} ${setting.enabled ? `every ${formatDuration(setting.everyMs)}` : 'off'}`;
      })
    : [colours.yellow('left out')];
  return `  ${title}: ${ends}; ${flows.join(', ')}`;
}
