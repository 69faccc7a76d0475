import { Decimal } from 'decimal.js';

import { orderLine } from '../../../src/systems/ongoing/contract/order.ts';
import { isAllocated, isPicked } from '../statuses.ts';
import type { OngoingStore } from '../store.ts';
import type { StoredLine, StoredOrder } from '../stored.ts';
import { isJsonObject, readObject, textIn } from '../vendor-json.ts';
import { membersBut, withNulls, wireDecimal } from '../wire.ts';

/** What a GET repeats of a PUT, unchanged. */
const echoedMembers = membersBut(orderLine, [
  'rowNumber',
  'articleNumber',
  'numberOfItems',
  'shouldBePicked',
  'prices',
  'articleItemStatus',
  'lineFreeValues',
  'weight',
  'minWeight',
  'maxWeight',
]);

const priceMembers = membersBut(orderLine.prices.members, ['totalVat']);

const nothing = '0';

/** A line as `GET /orders` shows it. */
export function lineView(
  store: OngoingStore,
  order: StoredOrder,
  line: StoredLine,
): Record<string, unknown> {
  const body = readObject(line.body);
  const article = store.articleByNumber(order.goodsOwnerId, line.articleNumber);
  const prices = body['prices'];
  return {
    ...withNulls(body, echoedMembers),
    id: line.lineId,
    rowNumber: line.rowNumber,
    article: {
      articleSystemId: article?.articleSystemId ?? 0,
      articleNumber: line.articleNumber,
      articleName:
        article === undefined ? null : (textIn(readObject(article.body), 'articleName') ?? null),
      productCode: article?.productCode ?? null,
      articleKind: 'Normal',
    },
    orderedNumberOfItems: wireDecimal(line.quantity),
    allocatedNumberOfItems: wireDecimal(allocatedOf(order, line)),
    pickedNumberOfItems: wireDecimal(pickedOf(order, line)),
    packedNumberOfItems: wireDecimal(nothing),
    reportedNumberOfItems: null,
    shouldBePicked: body['shouldBePicked'] !== false,
    pickedArticleItems: null,
    subOrderLines: null,
    reportedReturnedNumberOfItems: null,
    prices: isJsonObject(prices) ? withNulls(prices, priceMembers) : null,
    returnedNumberOfItems: wireDecimal(nothing),
    freeValues: body['lineFreeValues'] ?? null,
    pickOrderInfo: null,
  };
}

/** The sums that stand in the order's head. */
export function quantitiesOf(order: StoredOrder): Record<string, unknown> {
  const sum = (of: (line: StoredLine) => string): Decimal =>
    order.lines.reduce((total, line) => total.plus(of(line)), new Decimal(0));
  return {
    orderedNumberOfItems: wireDecimal(sum((line) => line.quantity)),
    allocatedNumberOfItems: wireDecimal(sum((line) => allocatedOf(order, line))),
    pickedNumberOfItems: wireDecimal(sum((line) => pickedOf(order, line))),
  };
}

const allocatedOf = (order: StoredOrder, line: StoredLine): string =>
  isAllocated(order.status) && line.picked ? line.quantity : nothing;

const pickedOf = (order: StoredOrder, line: StoredLine): string =>
  isPicked(order.status) && line.picked ? line.quantity : nothing;
