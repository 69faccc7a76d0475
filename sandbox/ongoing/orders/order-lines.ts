import type { OngoingStore } from '../store.ts';
import type { StoredLine } from '../stored.ts';
import type { JsonObject } from '../vendor-json.ts';
import { digitsIn, listIn, readObject, textIn, writeJson } from '../vendor-json.ts';

/**
 * The lines of an order after a PUT. A row that was there keeps its line id. Whether rows that the
 * PUT no longer names go or stay isn't told by the vendor, so it is an option.
 */
export function mergeLines(
  store: OngoingStore,
  goodsOwnerId: number,
  held: readonly StoredLine[],
  body: JsonObject,
  keepsRemoved: boolean,
): StoredLine[] {
  const before = new Map(held.map((line) => [line.rowNumber, line]));
  const sent = listIn(body, 'orderLines').map((line): StoredLine => {
    const rowNumber = textIn(line, 'rowNumber') ?? '';
    const articleNumber = textIn(line, 'articleNumber') ?? '';
    return {
      lineId: before.get(rowNumber)?.lineId ?? store.nextId(),
      rowNumber,
      articleNumber,
      quantity: digitsIn(line, 'numberOfItems') ?? '0',
      picked:
        line['shouldBePicked'] !== false && isStockArticle(store, goodsOwnerId, articleNumber),
      body: writeJson(line),
    };
  });
  if (!keepsRemoved) return sent;
  const named = new Set(sent.map((line) => line.rowNumber));
  return [...sent, ...held.filter((line) => !named.has(line.rowNumber))];
}

/** Articles that aren't kept in stock are never picked. */
function isStockArticle(store: OngoingStore, goodsOwnerId: number, number: string): boolean {
  const article = store.articleByNumber(goodsOwnerId, number);
  return article === undefined || readObject(article.body)['isStockArticle'] !== false;
}
