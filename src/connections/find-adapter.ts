import { hint, nearest } from '../systems/kit/settings/hint.ts';
import type { Adapters, SourceAdapter, WarehouseAdapter } from '../systems/ports/adapter.ts';
import type { ConnectionText } from './connection-text.ts';
import type { TreeSection } from './file/tree.ts';
import { isSection, treeAt } from './file/tree.ts';
import { shownValue } from './problem-text.ts';
import type { Problems } from './problems.ts';

const path = ['source', 'system'];

/**
 * Which system a connection's source is, since its other keys depend on it. A misspelt one is a fault
 * and is still taken for the one that was meant, so that the rest is checked too.
 */
export function findSource(
  connection: TreeSection,
  sources: Adapters['sources'],
  text: ConnectionText,
  problems: Problems,
): SourceAdapter | undefined {
  const written = treeAt(connection, path);
  const known = sources.find(({ id }) => id === written);
  if (known !== undefined) return known;

  const { base } = text;
  const ids = sources.map(({ id }) => id);
  const choices = ids.join(' or ');
  if (typeof written === 'string') {
    problems.addFirst(
      [...base, ...path],
      `${shownValue(text, path)} is not a system that orders can come from; ${hint(written, ids)}`,
    );
    const meant = nearest(written, ids);
    return sources.find(({ id }) => id === meant);
  }
  const at = isSection(treeAt(connection, ['source'])) ? path : ['source'];
  problems.addFirst(
    [...base, ...at],
    `is missing; write ${at === path ? choices : `a section with system: ${choices}`}`,
  );
  return undefined;
}

/** Which system a connection's warehouse is: the first where it names none. */
export function findWarehouse(
  connection: TreeSection,
  warehouses: Adapters['warehouses'],
): WarehouseAdapter | undefined {
  const written = treeAt(connection, ['warehouse', 'system']);
  return warehouses.find(({ id }) => id === written) ?? warehouses[0];
}
