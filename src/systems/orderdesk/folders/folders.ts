import { SystemFailure } from '../../../domain/system-failure.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { Client } from '../rest/client.ts';
import { store } from '../schema/answers.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';

/** Folders are few and seldom renamed. */
const keptMs = 15 * 60_000;
/** A name that isn't known is looked for again no sooner: somebody may just have made the folder. */
const askAgainMs = 30_000;

/** The store's folders, and which of them the connection names for what: ids. */
export interface Folders {
  readonly nameOf: (id: string | undefined) => string;
  readonly pulled: readonly string[];
  readonly cancelled: readonly string[];
  readonly afterImport: string | undefined;
  readonly afterShipment: string | undefined;
  readonly onError: string | undefined;
}

type Named = Pick<OrderDeskSettings, 'folders' | 'cancelFolders' | 'afterImport' | 'onError'> & {
  readonly shipments: Pick<OrderDeskSettings['shipments'], 'afterShipment'>;
};

/** Knows the store's folders. Its reply is never logged, it holds the store's secrets. */
export function folderCache(client: Client, settings: Named) {
  let kept: { readonly folders: Promise<Folders>; readonly untilMs: number } | undefined;

  /** @throws SystemFailure where the connection names a folder that the store doesn't have */
  async function read(call: CallContext): Promise<Folders> {
    const now = Date.now();
    if (kept !== undefined && now < kept.untilMs) {
      try {
        return await kept.folders;
      } catch (error) {
        // What another caller's time ran out for may still be read in this one's.
        if (error instanceof UnknownFolder) throw error;
      }
    }
    const folders = ask(call);
    const mine = { folders, untilMs: now + keptMs };
    kept = mine;
    try {
      return await folders;
    } catch (error) {
      if (kept === mine) {
        kept = error instanceof UnknownFolder ? { folders, untilMs: now + askAgainMs } : undefined;
      }
      throw error;
    }
  }

  /** What is wrong with the folders that the connection names, in words; empty where all are there. */
  async function problems(call: CallContext): Promise<readonly string[]> {
    try {
      await read(call);
      return [];
    } catch (error) {
      if (error instanceof UnknownFolder) return [error.message];
      throw error;
    }
  }

  async function ask(call: CallContext): Promise<Folders> {
    const { value } = await client.call(call, {
      operation: 'GET /store',
      schema: store,
    });
    return foldersNamed(value.store.folders, settings);
  }

  return { read, problems };
}
export type FolderCache = ReturnType<typeof folderCache>;

/** A folder that the connection names and the store doesn't have. */
class UnknownFolder extends SystemFailure {}

/**
 * The folders that a connection names. A name counts as written; where no folder is called so, casing
 * and an id are tried.
 */
export function foldersNamed(nameById: Readonly<Record<string, string>>, settings: Named): Folders {
  const unknown: string[] = [];
  const find = (written: string, setting: string): string[] => {
    const wanted = written.trim();
    const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
    const all = Object.entries(nameById);
    const id =
      all.find(([, name]) => name === wanted)?.[0] ??
      all.find(([, name]) => same(name, wanted))?.[0] ??
      all.find(([id]) => id === wanted)?.[0];
    if (id !== undefined) return [id];
    unknown.push(`“${wanted}” (${setting})`);
    return [];
  };
  const one = (written: string | null, setting: string): string | undefined =>
    written === null ? undefined : find(written, setting)[0];
  const folders: Folders = {
    nameOf: (id) => (id === undefined ? 'no folder' : (nameById[id] ?? `folder ${id}`)),
    pulled: settings.folders.flatMap((name) => find(name, 'orders.folders')),
    cancelled: settings.cancelFolders.flatMap((name) => find(name, 'orders.cancelFolders')),
    afterImport: one(settings.afterImport, 'orders.afterImport'),
    afterShipment: one(settings.shipments.afterShipment, 'shipments.afterShipment'),
    onError: one(settings.onError, 'orders.onError'),
  };
  if (unknown.length === 0) return folders;
  const known = Object.values(nameById)
    .map((name) => `“${name}”`)
    .join(', ');
  throw new UnknownFolder(
    systemName,
    `${systemName} has no folder ${unknown.join(', ')}; it has ${known}. Correct the name in the configuration, or make the folder in ${systemName}.`,
    { kind: 'retry', afterMs: askAgainMs },
  );
}
