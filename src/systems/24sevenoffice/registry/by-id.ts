import { Batch } from '../../kit/pacing/batch.ts';
import type { Permit } from '../../kit/pacing/rate-limiter.ts';
import type { Client } from '../soap/client.ts';
import { unreadable } from '../errors/errors.ts';
import { FaultAnswer } from '../errors/failures.ts';
import type { Operation } from '../contract/services.ts';
import { systemName } from '../system-name.ts';

/** How long the first caller waits for company. */
const windowMs = 300;
const idShape = /^[1-9]\d{0,9}$/;

/** Whether the text can be an id at all: the contract's ids are positive 32-bit numbers. */
export const isId = (text: string | undefined): text is string =>
  text !== undefined && idShape.test(text) && Number(text) <= 2_147_483_647;

/** The id of an item, which every answer must have: it is asked for. Throws where it doesn't. */
export function requiredId(id: string | undefined, operation: Operation): string {
  if (!isId(id)) throw unreadable({ operation, writes: false });
  return id;
}

/**
 * Joins look-ups by id into one request. Each caller gets its own item, or undefined where the vendor
 * doesn't have it.
 * @param find one request for the ids, each once; gives what was found by id
 */
export function byId<Found>(
  client: Client,
  maxItems: number,
  find: (
    ids: readonly string[],
    sharedBy: number,
    permit: Permit,
  ) => Promise<ReadonlyMap<string | undefined, Found>>,
): Batch<string, Found | undefined> {
  return new Batch({
    system: systemName,
    maxItems,
    windowMs,
    withPermit: async (call, request) => await client.withPermit(call, request),
    request: async (ids, permit) => {
      const found = await find([...new Set(ids)], ids.length, permit);
      return ids.map((id) => found.get(id));
    },
    splits: (failure) => failure instanceof FaultAnswer,
  });
}
