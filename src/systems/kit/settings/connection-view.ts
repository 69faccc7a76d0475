import type { z } from 'zod';

import type { KeyPath } from './key-path.ts';

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
