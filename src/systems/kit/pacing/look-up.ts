import { Batch, type BatchOptions, type Permits } from './batch.ts';
import type { Permit } from './rate-limiter.ts';

/** How keys are looked up together. */
export interface LookUpOptions<Found> extends Omit<
  BatchOptions<string, Found | undefined>,
  'request'
> {
  /**
   * One request for the keys, each once; gives what was found by key.
   * @param sharedBy how many callers asked
   */
  readonly find: (
    keys: readonly string[],
    sharedBy: number,
    permit: Permit,
  ) => Promise<ReadonlyMap<string | undefined, Found>>;
}

/**
 * Joins look-ups by one key each into one request. Each caller gets its own item, or undefined where
 * the vendor doesn't have it.
 */
export const lookUpByKey = <Found>(
  permits: Permits,
  { find, ...options }: LookUpOptions<Found>,
): Batch<string, Found | undefined> =>
  new Batch(permits, {
    ...options,
    request: async (keys, permit) => {
      const found = await find([...new Set(keys)], keys.length, permit);
      return keys.map((key) => found.get(key));
    },
  });
