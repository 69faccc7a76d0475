import { createHash } from 'node:crypto';

/** Which account is meant, at both ends. */
export interface Accounts {
  readonly sourceUrl: string;
  /** The login, or the store. */
  readonly sourceAccount: string;
  readonly identityId?: string | undefined;
  readonly warehouseUrl: string;
  readonly goodsOwnerId: number;
}

/** A SHA-256 that changes when a connection points at another account at either end. */
export function fingerprintOf(accounts: Accounts): string {
  const { sourceUrl, sourceAccount, identityId, warehouseUrl, goodsOwnerId } = accounts;
  const parts = [sourceUrl, sourceAccount, identityId ?? null, warehouseUrl, goodsOwnerId];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
