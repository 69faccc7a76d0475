import { z } from 'zod';

import type { ConnectionView } from '../systems/kit/settings/connection-view.ts';
import { formatPath } from '../systems/kit/settings/key-path.ts';
import { Secret } from '../systems/kit/settings/secret.ts';
import type { Adapters, SourceAdapter, WarehouseAdapter } from '../systems/ports/adapter.ts';
import { checkExtraFields } from './checks/extra-fields.ts';
import type { Connection } from './configuration.ts';
import type { ConnectionText } from './connection-text.ts';
import type { Notice } from './fault.ts';
import type { ConfigurationDocument } from './file/read-document.ts';
import type { Tree } from './file/tree.ts';
import { isSection, treeAt } from './file/tree.ts';
import { findSource, findWarehouse } from './find-adapter.ts';
import { fingerprintOf } from './fingerprint.ts';
import { issueProblems } from './problem-text.ts';
import type { Problems } from './problems.ts';
import { connectionName, type connectionSchema } from './schema/connection.ts';
import { withoutEmptySections } from './schema/unwrap.ts';
import { viewOf } from './view-of.ts';

/** What a file is read with. */
export interface Reading {
  readonly document: ConfigurationDocument;
  readonly problems: Problems;
  readonly adapters: Adapters;
  readonly schemaOf: typeof connectionSchema;
  readonly secretKeys: ReadonlySet<string>;
}

/** What was found under one connection's id. */
export interface ConnectionRead {
  readonly view: ConnectionView;
  readonly warehouse: WarehouseAdapter;
  /** Absent where the file has a fault. */
  readonly connection?: Connection;
  readonly notices: readonly Notice[];
}

const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * Reads one connection and tells `problems` everything that is wrong with it.
 * @returns undefined where not even its source is known
 */
export function readConnection(id: string, reading: Reading): ConnectionRead | undefined {
  const { document, problems, adapters, schemaOf, secretKeys } = reading;
  const base = ['connections', id];
  if (!idPattern.test(id)) {
    problems.add(
      base,
      'an id has 1 to 40 characters of a-z, 0-9 and -, and begins with a letter or digit',
    );
  }
  const tree = treeAt(document.tree, base);
  if (!isSection(tree)) {
    problems.add(base, 'must be a section with source, warehouse and so on');
    return undefined;
  }
  const unknown: ConnectionText = { document, base, schema: z.unknown(), secretKeys };
  const source = findSource(tree, adapters.sources, unknown, problems);
  const warehouse = findWarehouse(tree, adapters.warehouses);
  if (source === undefined || warehouse === undefined) return undefined;

  const schema = schemaOf(source, warehouse);
  const text = { ...unknown, schema };
  const written = withoutEmptySections(schema, tree);
  for (const issue of schema.safeParse(written).error?.issues ?? []) {
    for (const { path, message } of issueProblems(issue, text)) {
      problems.addFirst([...base, ...path], message);
    }
  }
  const view = viewOf(id, text, problems);
  source.check?.(view);
  checkExtraFields(view, source, warehouse);
  warehouse.check(view, source.reportAtWords ?? []);

  const ends = [source, warehouse];
  const undone = ends.flatMap(({ notYet = [] }) => notYet).filter(({ asked }) => asked(view));
  const known = ends.flatMap(({ worthKnowing = [] }) => worthKnowing);
  const notices = [...undone, ...known.filter(({ asked }) => asked(view))]
    .map(({ path, message }) => ({
      path: formatPath([...base, ...path]),
      line: view.lineOf(path),
      message,
    }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (problems.found.length > 0) return { view, warehouse, notices };
  const connection = {
    id,
    name: view.read(connectionName, ['name']) ?? id,
    runnable: !undone.some(({ blocks }) => blocks),
    notRunnableBecause: undone.find(({ blocks }) => blocks)?.message,
    ...openable(written, source, warehouse),
  };
  return { view, warehouse, notices, connection };
}

/** Both ends of a connection without faults. */
function openable(written: Tree, source: SourceAdapter, warehouse: WarehouseAdapter) {
  const sourceEnd = source.read(written);
  const warehouseEnd = warehouse.read(written, sourceEnd.reportAt);
  return {
    source: { ...sourceEnd, system: source.id, systemName: source.name },
    warehouse: { ...warehouseEnd, system: warehouse.id, systemName: warehouse.name },
    fingerprint: fingerprintOf(sourceEnd, warehouseEnd),
    written: new Secret(
      JSON.stringify(written, (key, value: unknown) => (key === 'every' ? undefined : value)),
    ),
  };
}
