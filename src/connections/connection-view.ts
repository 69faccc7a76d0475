import type { z } from 'zod';

import type { ConfigurationDocument } from './file/read-document.ts';
import type { KeyPath } from './file/key-path.ts';
import { isSection, treeAt } from './file/tree.ts';
import { shownValue } from './problem-text.ts';
import type { Problems } from './problems.ts';

/**
 * One connection as the file has it, for checks that look at several keys. Each key is read by
 * itself, so that a fault in one hides no other.
 */
export interface ConnectionView {
  readonly id: string;
  /** Whether the file has the key, with anything in it. */
  written(path: KeyPath): boolean;
  /** Each entry of the list that has no fault, with its path. */
  readEach<Item extends z.ZodType>(
    item: Item,
    path: KeyPath,
  ): readonly { readonly path: KeyPath; readonly value: z.output<Item> }[];
  /** The keys of the section; none where it is missing or no section. */
  keysAt(path: KeyPath): readonly string[];
  /** What the key means, default included; undefined where it is missing or faulty. */
  read<Schema extends z.ZodType>(schema: Schema, path: KeyPath): z.output<Schema> | undefined;
  /** The value as a message may show it. */
  shown(path: KeyPath): string;
  /** The line that the key stands on, or the nearest above. */
  lineOf(path: KeyPath): number | null;
  /** What is wrong at the key. */
  complain(path: KeyPath, message: string): void;
}

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
