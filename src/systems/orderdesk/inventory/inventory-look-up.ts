import type { Call } from '../../kit/call-context.ts';
import { Batch } from '../../kit/pacing/batch.ts';
import type { Turn } from '../../kit/pacing/rate-limiter.ts';
import type { Client } from '../rest/client.ts';
import { Refusal } from '../rest/errors.ts';
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
      inLane: async (call, request) => await client.inLane(call, request),
      request: async (codes, turn) => await this.#find(codes, turn),
      splits: (failure) => failure instanceof Refusal,
    });
  }

  /** The item with this code, or undefined where the store has none. */
  async find(code: string, call: Call): Promise<InventoryItem | undefined> {
    // The filter takes its codes joined by commas, so that a code with one can't be asked for.
    return code.includes(',') ? undefined : await this.#joined.add(code, call);
  }

  async #find(
    codes: readonly string[],
    turn: Turn,
  ): Promise<readonly (InventoryItem | undefined)[]> {
    const { value } = await this.#client.send(turn, {
      operation: 'GET /inventory-items',
      method: 'GET',
      path: '/inventory-items',
      query: { code: [...new Set(codes)].join(','), limit: '500' },
      schema: inventoryList,
      sharedBy: codes.length,
    });
    const byCode = new Map(value.inventory_items.map((item) => [item.code, item]));
    return codes.map((code) => byCode.get(code));
  }
}
