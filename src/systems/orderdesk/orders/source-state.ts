import type { SourceState } from '../../../domain/snapshot.ts';
import type { Folders } from '../folders/folders.ts';

/** Where an order in this folder stands. A folder that has two meanings has the first of these. */
export function sourceStateOf(folderId: string | undefined, folders: Folders): SourceState {
  if (folderId === undefined) return 'elsewhere';
  if (folders.pulled.includes(folderId)) return 'pulled';
  const ours = [folders.afterImport, folders.afterShipment, folders.onError];
  if (ours.includes(folderId)) return 'ours';
  return folders.cancelled.includes(folderId) ? 'cancelled' : 'elsewhere';
}
