import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { configurationReference } from '../../src/connections/reference.ts';
import { connectionSchema } from '../../src/connections/schema/connection.ts';
import { adapters } from '../../src/systems/registry.ts';
import { loadText } from './written-file.ts';

const reference = configurationReference('connections: {}\n');

/** Every key that the schema has, found by a walk of its own: [section, key]. */
function keysOf(schema: z.core.$ZodType, path: readonly string[] = []): [string, string][] {
  let inner: z.core.$ZodType = schema;
  while (
    inner instanceof z.ZodPrefault ||
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodNullable
  ) {
    inner = inner.unwrap();
  }
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as z.core.$ZodShape).flatMap(([key, member]) => [
    [path.join('.'), key] as [string, string],
    ...keysOf(member, [...path, key]),
  ]);
}

/** The rows of the tables below a heading. */
function rowsBelow(title: string): string[] {
  return reference
    .split(/^### /m)
    .filter((part) => part.startsWith(`${title}\n`))
    .flatMap((part) => part.split(/^## /m)[0]?.split('\n') ?? [])
    .filter((line) => line.startsWith('| `'));
}

const pairs = adapters.sources.flatMap((source) =>
  adapters.warehouses.map((warehouse) => ({ source, warehouse })),
);

describe.each(pairs)('the reference of $source.name and $warehouse.name', (pair) => {
  test.each(keysOf(connectionSchema(pair.source, pair.warehouse)))(
    '%s has %s, with what it means',
    (section, key) => {
      const rows = rowsBelow(section === '' ? 'The connection’s keys' : `\`${section}\``);
      const found = rows.filter((row) => row.startsWith(`| \`${key}\` |`));
      expect(found.length).toBeGreaterThan(0);
      for (const row of found) {
        const [, type, byDefault, meaning] = row.split(' | ');
        expect(meaning).not.toMatch(/^ *Example:/);
        expect([type, byDefault, meaning].map((cell) => cell?.trim() ?? '')).not.toContain('');
        expect(row).not.toMatch(/\|\s+\|/);
      }
    },
  );
});

test('the reference names defaults, and ends with the example', () => {
  expect(reference).toContain('| `every` | duration, at least 5s | `15m` | How often. |');
  expect(reference).toContain('`[Inactive, Draft, Offer]`');
  expect(reference).toContain('`{ 425: begun, 475: returned }`');
  expect(reference.trimEnd().endsWith('```yaml\nconnections: {}\n```')).toBe(true);
});

test('the fault that the reference shows is the one that is printed', () => {
  const shown = /^crossdock\.yaml:12 (\S+): (.*)$/m.exec(reference);
  const loaded = loadText(
    'connections: { nordlys: { source: { system: 24sevenoffice }, orders: { every: "15 minutes" } } }',
  );
  expect(loaded.ok ? [] : loaded.faults).toContainEqual(
    expect.objectContaining({ path: shown?.[1], message: shown?.[2] }),
  );
});

test('the reference in docs is the one that the settings give; `npm run build` writes it', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(read('docs/configuration.md')).toBe(
    configurationReference(read('examples/crossdock.yaml')),
  );
});
