import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stringify } from 'yaml';

import type { Configuration } from '../../src/connections/configuration.ts';
import type { LoadResult } from '../../src/connections/load.ts';
import { loadConfiguration } from '../../src/connections/load.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Loads a text as if it were a file named `crossdock.yaml` in a folder with the given other files. */
export function loadText(
  text: string,
  env: Env = {},
  others: Readonly<Record<string, string>> = {},
): LoadResult {
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-test-'));
  try {
    const file = join(folder, 'crossdock.yaml');
    writeFileSync(file, text);
    for (const [name, content] of Object.entries(others)) {
      writeFileSync(join(folder, name), content);
    }
    return loadConfiguration(file, { env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The faults as `line path: message`. */
export function faultsOf(text: string, env: Env = {}): string[] {
  const loaded = loadText(text, env);
  return loaded.ok
    ? []
    : loaded.faults.map(({ line, path, message }) => `${line ?? '-'} ${path}: ${message}`);
}

/** The configuration of a text that has no fault. */
export function configurationOf(text: string, env: Env = {}): Configuration {
  const loaded = loadText(text, env);
  if (loaded.ok) return loaded.configuration;
  throw new Error(loaded.faults.map((fault) => fault.text).join('\n'));
}

/** A connection with only what it must have. */
export const leastConnection = {
  source: {
    system: '24sevenoffice',
    applicationId: 'app-0001',
    username: 'integration',
    password: 'source-password',
  },
  warehouse: {
    url: 'https://api.ongoingsystems.se/nord',
    username: 'crossdock',
    password: 'warehouse-password',
    goodsOwnerId: 101,
  },
};

/** The same for Order Desk. */
export const leastStore = {
  source: { system: 'orderdesk', storeId: '4711', apiKey: 'store-key' },
  warehouse: { ...leastConnection.warehouse, goodsOwnerId: 201 },
};

/** A file with one connection, `nordlys`, in which keys were given other values (undefined: none). */
export function fileWith(
  changes: Readonly<Record<string, unknown>>,
  connection: object = leastConnection,
): string {
  const changed: unknown = structuredClone(connection);
  for (const [path, value] of Object.entries(changes)) setAt(changed, path.split('/'), value);
  return stringify({ connections: { nordlys: changed } });
}

function setAt(target: unknown, [key, ...rest]: readonly string[], value: unknown): void {
  const section = target as Record<string, unknown>;
  if (key === undefined) return;
  if (rest.length === 0) {
    if (value === undefined) delete section[key];
    else section[key] = value;
    return;
  }
  section[key] ??= {};
  setAt(section[key], rest, value);
}
