import type { z } from 'zod';

import type { ConfigurationDocument } from './file/read-document.ts';
import type { ConnectionView } from '../systems/kit/settings/connection-view.ts';
import type { KeyPath } from '../systems/kit/settings/key-path.ts';
import { isSection, treeAt } from './file/tree.ts';
import { shownValue } from './problem-text.ts';
import type { Problems } from './problems.ts';

/** A view of a connection that adds what checks complain of to `problems`. */
export function viewOf(
  id: string,
  document: ConfigurationDocument,
  schema: z.core.$ZodType,
  problems: Problems,
): ConnectionView {
  const base = ['connections', id];
  const at = (path: KeyPath) => treeAt(document.tree, [...base, ...path]);
  const lineOf = (path: KeyPath) => document.lineOf([...base, ...path]);
  return {
    id,
    lineOf,
    written: (path) => (at(path) ?? null) !== null,
    readEach: (item, path) => {
      const list = at(path);
      if (!Array.isArray(list)) return [];
      return list.flatMap((entry, index) => {
        const result = item.safeParse(entry);
        return result.success ? [{ path: [...path, index], value: result.data }] : [];
      });
    },
    keysAt: (path) => {
      const section = at(path);
      return isSection(section) ? Object.keys(section) : [];
    },
    read: (wanted, path) => wanted.safeParse(at(path)).data,
    shown: (path) => shownValue(document, schema, base, path),
    complain: (path, message) => problems.add([...base, ...path], message),
  };
}
