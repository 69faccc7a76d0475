import type { z } from 'zod';

import type { Instant } from '../../../domain/order.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { Asked } from '../../kit/errors/asked.ts';
import { AnswerTooLarge } from '../../kit/errors/failures.ts';
import { errors } from './errors.ts';
import type { OngoingParameter, Transport } from './transport.ts';

/**
 * A page shorter than this is the last one. A longer page that isn't full may have been cut by a
 * limit of the vendor's own, so one more is asked for: its documentation ends at an empty page only.
 */
const certainlyLast = 25;

/** A list that the vendor gives in pages by ascending id. */
export interface ListById<Entry> {
  /** What stands in it, for people: `orders`. */
  readonly what: string;
  readonly operation: 'GET /orders' | 'GET /articles';
  /** The parameter that names the first id of a page. */
  readonly idFrom: 'orderIdFrom' | 'articleSystemIdFrom';
  /** The parameter that names the page's size. */
  readonly most: 'maxOrdersToGet' | 'maxArticlesToGet';
  /** Entries asked for at once; fewer where an answer is too large. */
  readonly pageSizes: readonly number[];
  readonly schema: z.ZodType<Entry[]>;
  readonly idOf: (entry: Entry) => string;
}

/** One page of such a list. */
export interface PageById<Entry> {
  readonly entries: readonly Entry[];
  /** When it was read, by the vendor's own clock. */
  readonly at: Instant;
  /** The first id of the next page; undefined at the end of the list. */
  readonly nextId: number | undefined;
}

/**
 * Reads one page.
 * @param filters the list's own parameters, but for the goods owner
 * @param idFrom the page's first id; undefined at the beginning
 */
export async function readPageById<Entry>(
  transport: Transport,
  list: ListById<Entry>,
  filters: readonly (readonly [key: OngoingParameter, value: string])[],
  idFrom: number | undefined,
  call: CallContext,
): Promise<PageById<Entry>> {
  const asked: Asked = { operation: list.operation, writes: false };
  let tooLarge: AnswerTooLarge | undefined;
  for (const pageSize of list.pageSizes) {
    try {
      const { value, at } = await transport.call(call, {
        operation: list.operation,
        query: [
          ['goodsOwnerId', String(transport.settings.goodsOwnerId)],
          ...filters,
          ...(idFrom === undefined ? [] : [[list.idFrom, String(idFrom)] as const]),
          [list.most, String(pageSize)],
        ],
        schema: list.schema,
      });
      const ids = value.map((entry) => Number(list.idOf(entry)));
      // A vendor that ignored the first id would give the same page for ever.
      if (ids.some((id) => id < (idFrom ?? 0))) {
        throw errors.ofContract(`with a page of ${list.what} that it was not asked for`, asked);
      }
      const ends = ids.length < Math.min(certainlyLast, pageSize);
      return { entries: value, at, nextId: ends ? undefined : Math.max(...ids) + 1 };
    } catch (error) {
      if (!(error instanceof AnswerTooLarge)) throw error;
      tooLarge = error;
    }
  }
  throw tooLarge ?? errors.ofContract('with nothing', asked);
}
