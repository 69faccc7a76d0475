import type { ConnectionView } from '../systems/kit/settings/connection-view.ts';
import type { KeyPath } from '../systems/kit/settings/key-path.ts';
import type { ConnectionText } from './connection-text.ts';
import { isSection, treeAt } from './file/tree.ts';
import { shownValue } from './problem-text.ts';
import type { Problems } from './problems.ts';

/** A view of a connection that adds what checks complain of to `problems`. */
export function viewOf(id: string, text: ConnectionText, problems: Problems): ConnectionView {
  const { document, base } = text;
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
    read: (schema, path) =>
      problems.isUnreadable([...base, ...path]) ? undefined : schema.safeParse(at(path)).data,
    shown: (path) => shownValue(text, path),
    complain: (path, message) => problems.add([...base, ...path], message),
  };
}
