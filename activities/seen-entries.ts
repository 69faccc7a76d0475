import { createHash } from 'node:crypto';

import { rememberedEntries } from '../src/domain/feed-cursor.ts';

/** Entries of a feed that were handled lately; the oldest are forgotten first. */
export class SeenEntries {
  readonly #hashes: Map<string, string>;

  constructor(seen: readonly (readonly [string, string])[] = []) {
    this.#hashes = new Map(seen);
  }

  /** Whether exactly this was handled before. */
  has(id: string, content: string): boolean {
    return this.#hashes.get(id) === shortHash(content);
  }

  /** Whether anything was handled under this id. */
  knows(id: string): boolean {
    return this.#hashes.has(id);
  }

  remember(id: string, content: string): void {
    this.#hashes.delete(id);
    this.#hashes.set(id, shortHash(content));
  }

  toJSON(): [string, string][] {
    return [...this.#hashes].slice(-rememberedEntries);
  }
}

function shortHash(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 8);
}
