import { Decimal } from 'decimal.js';

import { fractionOf, wholeBetween } from './chance.ts';
import type { OngoingSandbox, ToldArticle } from './ongoing/ongoing.ts';

export interface StockroomOptions {
  readonly seed?: number;
  /** How often goods come or are counted, in milliseconds. */
  readonly everyMs?: number;
  /** Called after a step that changed a stock. */
  readonly changed?: () => void;
}

/** People who receive goods at a simulated warehouse, and count them now and then. */
export interface Stockroom {
  /** Does what is due by the vendor's clock; gives how many articles got another stock. */
  step(): number;
  start(): void;
  stop(): void;
}

const defaultEveryMs = 20_000;
const tickMs = 250;
const countShare = 0.4;

/**
 * A stockroom that fills the shelf of every article that has nothing on it, and changes one other
 * article at each turn: a delivery comes, or a count finds a few more or less. What happens depends on the
 * seed, the article's number and the turn, which is counted from the vendor's clock.
 */
export function createStockroom(
  ongoing: OngoingSandbox,
  options: StockroomOptions = {},
): Stockroom {
  const { seed = 1, everyMs = defaultEveryMs, changed = () => undefined } = options;
  let timer: NodeJS.Timeout | undefined;
  let lastTurn: number | undefined;

  function filled({ articleNumber, numberOfItems }: ToldArticle, turn: number): boolean {
    if (!new Decimal(numberOfItems).isZero()) return false;
    ongoing.setStock(articleNumber, String(delivered(articleNumber, turn)));
    return true;
  }

  const delivered = (articleNumber: string, turn: number): number =>
    wholeBetween(40, 160, 'delivered', seed, articleNumber, turn);

  function changedByTurn(articles: readonly ToldArticle[], turn: number): number {
    const article = articles[wholeBetween(0, articles.length - 1, 'article', seed, turn)];
    if (article === undefined) return 0;
    const { articleNumber, numberOfItems } = article;
    const isCount = fractionOf('count', seed, turn) < countShare;
    const by = isCount
      ? wholeBetween(-3, 2, 'counted', seed, turn)
      : delivered(articleNumber, turn);
    const now = Decimal.max(0, new Decimal(numberOfItems).plus(by));
    if (now.equals(numberOfItems)) return 0;
    ongoing.setStock(articleNumber, now.toFixed());
    return 1;
  }

  function step(): number {
    const turn = Math.floor(ongoing.now() / everyMs);
    const articles = ongoing.articles(ongoing.options.accounts[0]?.goodsOwners[0]?.id);
    let count = articles.filter((article) => filled(article, turn)).length;
    if (count === 0 && lastTurn !== undefined && turn !== lastTurn) {
      count = changedByTurn(articles, turn);
    }
    lastTurn = turn;
    if (count > 0) changed();
    return count;
  }

  return {
    step,
    start() {
      timer ??= setInterval(step, tickMs).unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
