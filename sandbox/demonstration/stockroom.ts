import { Decimal } from 'decimal.js';

import { chosenBy, happens, wholeBetween } from '../chance.ts';
import type { OngoingSandbox, ToldArticle } from '../ongoing/ongoing.ts';
import { type Shift, shiftOf, type ShiftOptions } from './shift.ts';

const tickMs = 250;
const countShare = 0.4;

/**
 * People who receive goods at a simulated warehouse, and count them now and then. A step fills the shelf
 * of every article that has nothing on it; where there is none, it changes at each turn one article of
 * each goods owner: a delivery comes, or a count finds a few more or less. Gives how many articles got
 * another stock. What happens depends on the seed, the goods owner, the article's number and the turn,
 * which is counted from the vendor's clock.
 */
export function createStockroom(
  ongoing: OngoingSandbox,
  options: ShiftOptions = {},
): Shift<number> {
  const { seed = 1, everyMs = 20_000, changed } = options;
  let lastTurn: number | undefined;

  const delivered = (owner: number, articleNumber: string, turn: number): number =>
    wholeBetween(40, 160, 'delivered', seed, owner, articleNumber, turn);

  function filled(owner: number, { articleNumber, numberOfItems }: ToldArticle, turn: number) {
    if (!new Decimal(numberOfItems).isZero()) return false;
    ongoing.setStock(articleNumber, String(delivered(owner, articleNumber, turn)), owner);
    return true;
  }

  function changedByTurn(owner: number, articles: readonly ToldArticle[], turn: number): number {
    const article = chosenBy(articles, 'article', seed, owner, turn);
    if (article === undefined) return 0;
    const { articleNumber, numberOfItems } = article;
    const by = happens(countShare, 'count', seed, owner, turn)
      ? wholeBetween(-3, 2, 'counted', seed, owner, turn)
      : delivered(owner, articleNumber, turn);
    const now = Decimal.max(0, new Decimal(numberOfItems).plus(by));
    if (now.equals(numberOfItems)) return 0;
    ongoing.setStock(articleNumber, now.toFixed(), owner);
    return 1;
  }

  function work(): number {
    const turn = Math.floor(ongoing.now() / everyMs);
    const isNext = lastTurn !== undefined && turn !== lastTurn;
    lastTurn = turn;
    const owners = ongoing.options.accounts.flatMap(({ goodsOwners }) => goodsOwners);
    return owners.reduce((sum, { id }) => {
      const articles = ongoing.articles(id);
      const count = articles.filter((article) => filled(id, article, turn)).length;
      return sum + (count === 0 && isNext ? changedByTurn(id, articles, turn) : count);
    }, 0);
  }

  return shiftOf(work, tickMs, changed);
}
