import type { CallContext } from '../../kit/call-context.ts';
import { Batch } from '../../kit/pacing/batch.ts';
import type { Permit } from '../../kit/pacing/rate-limiter.ts';
import type { Client } from '../rest/client.ts';
import { Refusal } from '../../kit/errors/failures.ts';
import { type InventoryItem, inventoryList } from '../schema/inventory-item.ts';
import { systemName } from '../system-name.ts';

/** Codes in one request: they stand in its address. */
const maxCodes = 50;

/** Inventory items by their codes, joined with others who ask at the same time. */
export class InventoryLookUp {
  readonly #client: Client;
  readonly #joined: Batch<string, InventoryItem | undefined>;

  constructor(client: Client, windowMs: number) {
    this.#client = client;
    this.#joined = new Batch({
      system: systemName,
      maxItems: maxCodes,
      windowMs,
      withPermit: async (call, request) => await client.withPermit(call, request),
      request: async (codes, permit) => await this.#find(codes, permit),
      splits: (failure) => failure instanceof Refusal,
    });
  }

  /** The item with this code, or undefined where the store has none. */
  async find(code: string, call: CallContext): Promise<InventoryItem | undefined> {
    // The filter takes its codes joined by commas, so that a code with one can't be asked for.
    return code.includes(',') ? undefined : await this.#joined.add(code, call);
  }

  async #find(
    codes: readonly string[],
    permit: Permit,
  ): Promise<readonly (InventoryItem | undefined)[]> {
    const { value } = await this.#client.send(permit, {
      operation: 'GET /inventory-items',
      query: { code: [...new Set(codes)].join(','), limit: '500' },
      schema: inventoryList,
      sharedBy: codes.length,
    });
    const byCode = new Map(value.inventory_items.map((item) => [item.code, item]));
    return codes.map((code) => byCode.get(code));
  }
}
