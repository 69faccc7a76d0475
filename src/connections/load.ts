import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { formatPath } from '../systems/kit/settings/key-path.ts';
import type { Adapters } from '../systems/ports/adapter.ts';
import { adapters as ourAdapters } from '../systems/registry.ts';
import type { Configuration } from './configuration.ts';
import type { ConfigurationFault } from './fault.ts';
import { faultOf } from './fault.ts';
import { readDocument } from './file/read-document.ts';
import { isSection } from './file/tree.ts';
import { unknownKey } from './problem-text.ts';
import { problemsOf } from './problems.ts';
import { type ConnectionRead, readConnection, type Reading } from './read-connection.ts';
import { connectionSchemas } from './schema/connection.ts';
import { secretKeys } from './secret-keys.ts';

/** What became of reading a configuration file. */
export type LoadResult =
  | { readonly ok: true; readonly configuration: Configuration }
  | {
      readonly ok: false;
      /** Everything that is wrong, in the order of the file. At least one. */
      readonly faults: readonly ConfigurationFault[];
    };

export interface LoadOptions {
  /** The environment; that of the process where it is left out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The systems that connections can have; those that Crossdock knows where it is left out. */
  readonly adapters?: Adapters;
}

const largestFile = 1024 * 1024;

/** Reads and checks a configuration file. Never throws for what is in the file, or for its absence. */
export function loadConfiguration(
  path: string,
  { env = process.env, adapters = ourAdapters }: LoadOptions = {},
): LoadResult {
  const file = readText(path);
  if ('problem' in file) return refused(path, file.problem);

  const document = readDocument(file.text, { env, folder: dirname(path) });
  const problems = problemsOf(document);
  const reads = readConnections({
    document,
    problems,
    adapters,
    schemaOf: connectionSchemas(),
    secretKeys: secretKeys(adapters),
  });
  for (const warehouse of adapters.warehouses) {
    const ours = reads.filter((read) => read.warehouse === warehouse);
    warehouse.checkTogether?.(ours.map(({ view }) => view));
  }
  if (problems.found.length > 0) {
    const faults = problems.found.map(({ path: key, line, message }) =>
      faultOf({ file: path, line, path: formatPath(key), message }),
    );
    return { ok: false, faults: faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
  }
  const connections = reads.flatMap(({ connection }) => connection ?? []);
  const notices = reads.flatMap((read) => read.notices);
  return { ok: true, configuration: { file: path, connections, notices } };
}

function readConnections(reading: Reading): ConnectionRead[] {
  const { problems } = reading;
  const { tree } = reading.document;
  if (tree === undefined) return [];
  if (tree === null) {
    problems.addFirst([], 'the file is empty; begin with connections: and one connection below it');
    return [];
  }
  if (!isSection(tree)) {
    problems.addFirst([], 'the file must begin with connections: and one connection below it');
    return [];
  }
  for (const key of Object.keys(tree)) {
    if (key !== 'connections') problems.addFirst([key], unknownKey(key, ['connections']));
  }
  const connections = tree['connections'];
  const ids = isSection(connections) ? Object.keys(connections) : [];
  if (ids.length === 0) {
    problems.addFirst(
      ['connections'],
      connections === undefined || connections === null || isSection(connections)
        ? 'there is no connection; write one, as in examples/crossdock.yaml'
        : 'must be a section with one key for each connection',
    );
  }
  return ids.flatMap((id) => readConnection(id, reading) ?? []);
}

function readText(path: string): { text: string } | { problem: string } {
  try {
    const about = statSync(path);
    if (about.isDirectory()) return { problem: 'is a folder; name the file in it' };
    if (about.size > largestFile) return { problem: 'is larger than 1 MB; no configuration is' };
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return {
        problem:
          'there is no such file; copy examples/crossdock.yaml there, or name another with --config or CROSSDOCK_CONFIG',
      };
    }
    return { problem: 'can’t be read; check its permissions' };
  }
}

function refused(file: string, message: string): LoadResult {
  return { ok: false, faults: [faultOf({ file, line: null, path: '', message })] };
}
