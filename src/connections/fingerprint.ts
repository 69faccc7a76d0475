import { createHash } from 'node:crypto';

import type { SourceEnd, WarehouseEnd } from '../systems/ports/adapter.ts';

/** A SHA-256 that changes when a connection points at another account at either end. */
export function fingerprintOf(
  source: Pick<SourceEnd, 'account'>,
  warehouse: Pick<WarehouseEnd, 'account'>,
): string {
  const accounts = [...source.account, ...warehouse.account];
  return createHash('sha256').update(JSON.stringify(accounts)).digest('hex');
}
