import { createHash } from 'node:crypto';

import { rememberedEntries } from '../../src/domain/syncs/feed-cursor.ts';

/** Handled in the run that is going on. */
const thisRun = '*';
/** Still on its way: kept over the runs that don't read it. */
const onItsWay = '+';

/**
 * What a feed has handled lately, so that a window's overlap costs no signals. A run forgets what it
 * didn't read again, but for entries that are still on their way.
 */
export class SeenEntries {
  readonly #entries: Map<string, string>;

  constructor(seen: readonly (readonly [string, string])[] = []) {
    this.#entries = new Map(seen);
  }

  /** Whether exactly this was handled before. */
  has(id: string, content: string): boolean {
    return this.#entries.get(id)?.startsWith(shortHash(content)) === true;
  }

  /** Whether anything was handled under this id. */
  knows(id: string): boolean {
    return this.#entries.has(id);
  }

  remember(id: string, content: string, keep: boolean): void {
    this.#entries.delete(id);
    this.#entries.set(id, `${shortHash(content)}${keep ? onItsWay : ''}${thisRun}`);
  }

  /** For the next page of the same run. */
  forNextPage(): [string, string][] {
    return [...this.#entries].slice(-rememberedEntries);
  }

  /** For the next run. */
  forNextRun(): [string, string][] {
    return [...this.#entries]
      .filter(([, hash]) => hash.includes(thisRun) || hash.includes(onItsWay))
      .map(([id, hash]): [string, string] => [id, hash.replace(thisRun, '')])
      .slice(-rememberedEntries);
  }
}

function shortHash(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 8);
}
