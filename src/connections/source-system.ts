import type { ConfigurationDocument } from './file/read-document.ts';
import type { TreeSection } from './file/tree.ts';
import { isSection, treeAt } from './file/tree.ts';
import { hint, nearest } from '../systems/kit/settings/hint.ts';
import { shownValue } from './problem-text.ts';
import type { Problems } from './problems.ts';
import type { SourceSystem } from './schema/connection.ts';
import { connectionSchemas, sourceSystems } from './schema/connection.ts';

const path = ['source', 'system'];

/**
 * Which system a connection's source is, since its other keys depend on it. A misspelt one is a fault
 * and is still taken for the one that was meant, so that the rest is checked too.
 */
export function sourceSystemOf(
  connection: TreeSection,
  document: ConfigurationDocument,
  base: readonly string[],
  problems: Problems,
): SourceSystem | undefined {
  const written = treeAt(connection, path);
  const known = sourceSystems.find((system) => system === written);
  if (known !== undefined) return known;

  const choices = sourceSystems.join(' or ');
  if (typeof written === 'string') {
    const schema = connectionSchemas['24sevenoffice'];
    const shown = shownValue(document, schema, base, path);
    problems.addFirst(
      [...base, ...path],
      `${shown} is not a system that orders can come from; ${hint(written, sourceSystems)}`,
    );
    return sourceSystems.find((system) => system === nearest(written, sourceSystems));
  }
  const at = isSection(treeAt(connection, ['source'])) ? path : ['source'];
  problems.addFirst(
    [...base, ...at],
    `is missing; write ${at === path ? choices : `a section with system: ${choices}`}`,
  );
  return undefined;
}
