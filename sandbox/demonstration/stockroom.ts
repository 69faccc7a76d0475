import { Decimal } from 'decimal.js';

import { fractionOf, wholeBetween } from '../chance.ts';
import type { OngoingSandbox, ToldArticle } from '../ongoing/ongoing.ts';

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
 * A stockroom that fills the shelf of every article that has nothing on it, and changes one other article
 * of each goods owner at each turn: a delivery comes, or a count finds a few more or less. What happens
 * depends on the seed, the goods owner, the article's number and the turn, which is counted from the
 * vendor's clock.
 */
export function createStockroom(
  ongoing: OngoingSandbox,
  options: StockroomOptions = {},
): Stockroom {
  const { seed = 1, everyMs = defaultEveryMs, changed = () => undefined } = options;
  let timer: NodeJS.Timeout | undefined;
  let lastTurn: number | undefined;

  const delivered = (owner: number, articleNumber: string, turn: number): number =>
    wholeBetween(40, 160, 'delivered', seed, owner, articleNumber, turn);

  function filled(owner: number, { articleNumber, numberOfItems }: ToldArticle, turn: number) {
    if (!new Decimal(numberOfItems).isZero()) return false;
    ongoing.setStock(articleNumber, String(delivered(owner, articleNumber, turn)), owner);
    return true;
  }

  function changedByTurn(owner: number, articles: readonly ToldArticle[], turn: number): number {
    const article = articles[wholeBetween(0, articles.length - 1, 'article', seed, owner, turn)];
    if (article === undefined) return 0;
    const { articleNumber, numberOfItems } = article;
    const isCount = fractionOf('count', seed, owner, turn) < countShare;
    const by = isCount
      ? wholeBetween(-3, 2, 'counted', seed, owner, turn)
      : delivered(owner, articleNumber, turn);
    const now = Decimal.max(0, new Decimal(numberOfItems).plus(by));
    if (now.equals(numberOfItems)) return 0;
    ongoing.setStock(articleNumber, now.toFixed(), owner);
    return 1;
  }

  function stepOf(owner: number, turn: number, isNext: boolean): number {
    const articles = ongoing.articles(owner);
    const count = articles.filter((article) => filled(owner, article, turn)).length;
    return count === 0 && isNext ? changedByTurn(owner, articles, turn) : count;
  }

  function step(): number {
    const turn = Math.floor(ongoing.now() / everyMs);
    const isNext = lastTurn !== undefined && turn !== lastTurn;
    lastTurn = turn;
    const owners = ongoing.options.accounts.flatMap(({ goodsOwners }) => goodsOwners);
    const counts = owners.map(({ id }) => stepOf(id, turn, isNext));
    const count = counts.reduce((sum, one) => sum + one, 0);
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
