import { Decimal } from 'decimal.js';

import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { articleView } from './article-view.ts';
import { articleQuery } from './contract/queries.ts';
import type { Query } from './contract/query.ts';
import { readQuery } from './contract/query.ts';
import type { Desk } from './desk.ts';
import { articleOf, goodsOwnerOf } from './desk.ts';
import { Refusal } from './refusal.ts';
import { jsonReply } from './replies.ts';
import { claimsOf } from './stock.ts';
import type { StoredArticle } from './stored.ts';
import { readObject, textIn } from './vendor-json.ts';

const oldestStockChangeMs = 24 * 3_600_000;

/** `GET /articles`: the articles that pass every filter, by ascending id. */
export function getArticles(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = readQuery(request.query, articleQuery, desk.options.strictQuery);
  const goodsOwnerId = goodsOwnerOf(desk, query.whole('goodsOwnerId') ?? 0);
  const stockFrom = query.time('stockInfoChangedFrom');
  if (stockFrom !== undefined && stockFrom < desk.options.now() - oldestStockChangeMs)
    throw new Refusal(400, 'stockInfoChangedFrom must be within 24 hours of the current time.');
  const most = query.whole('maxArticlesToGet');
  if (most !== undefined && most < 1)
    throw new Refusal(400, 'maxArticlesToGet must be at least 1.');
  const found = desk.store.articlesOf(goodsOwnerId).filter(filterOf(query)).slice(0, most);
  const claims = claimsOf(desk.store, goodsOwnerId, found);
  return jsonReply(
    200,
    found.map((article) => articleView(desk, article, claims)),
  );
}

/** `GET /articles/{articleSystemId}`. */
export function getArticle(desk: Desk, articleSystemId: number): SandboxReply {
  const article = articleOf(desk, articleSystemId);
  const claims = claimsOf(desk.store, article.goodsOwnerId, [article]);
  return jsonReply(200, articleView(desk, article, claims));
}

function filterOf(query: Query): (article: StoredArticle) => boolean {
  const number = query.text('articleNumber');
  const numbers = query.texts('articleNumbers');
  const productCode = query.text('productCode');
  const productCodes = query.texts('productCodes');
  const barCodes = query.texts('barCodes');
  const nameParts = query.texts('articleNameContains');
  const idFrom = query.whole('articleSystemIdFrom');
  const stockFrom = query.time('stockInfoChangedFrom');
  const dataFrom = query.time('articleDataLastUpdatedFrom');
  const inStock = query.flag('onlyArticlesInStock') === true;
  return (article) =>
    (number === undefined || article.articleNumber === number) &&
    (numbers === undefined || numbers.has(article.articleNumber)) &&
    (productCode === undefined || article.productCode === productCode) &&
    (productCodes === undefined || productCodes.has(article.productCode ?? '')) &&
    (barCodes === undefined || barCodes.has(article.barCode ?? '')) &&
    (nameParts === undefined || containsAny(nameOf(article), nameParts)) &&
    (idFrom === undefined || article.articleSystemId >= idFrom) &&
    (stockFrom === undefined || article.stockChangedAt > stockFrom) &&
    (dataFrom === undefined || article.dataChangedAt > dataFrom) &&
    (!inStock || new Decimal(article.numberOfItems).greaterThan(0));
}

const nameOf = (article: StoredArticle): string =>
  textIn(readObject(article.body), 'articleName') ?? '';

const containsAny = (name: string, parts: ReadonlySet<string>): boolean =>
  [...parts].some((part) => name.toLowerCase().includes(part.toLowerCase()));
