import { Decimal } from 'decimal.js';

import { anything, type Filters, filterOf } from '../rest/query.ts';
import { Refusal } from '../rest/refusal.ts';
import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { articleView } from './article-view.ts';
import type { Desk } from './desk.ts';
import { articleOf, goodsOwnerOf } from './desk.ts';
import { acceptedQuery, type OngoingQuery } from './query.ts';
import { okReply } from './replies.ts';
import { claimsOf } from './stock.ts';
import type { StoredArticle } from './stored.ts';
import { readObject, textIn } from './vendor-json.ts';

const oldestStockChangeMs = 24 * 3_600_000;

const filters: Filters<OngoingQuery<'GET /articles'>, StoredArticle> = {
  goodsOwnerId: (article, id) => article.goodsOwnerId === id,
  maxArticlesToGet: anything,
  articleNumber: (article, number) => article.articleNumber === number,
  articleNumbers: (article, numbers) => numbers.has(article.articleNumber),
  articleSystemIdFrom: (article, id) => article.articleSystemId >= id,
  stockInfoChangedFrom: (article, time) => article.stockChangedAt > time,
  articleDataLastUpdatedFrom: (article, time) => article.dataChangedAt > time,
  onlyArticlesInStock: (article, only) =>
    !only || new Decimal(article.numberOfItems).greaterThan(0),
  productCode: (article, code) => article.productCode === code,
  productCodes: (article, codes) => codes.has(article.productCode ?? ''),
  barCodes: (article, codes) => codes.has(article.barCode ?? ''),
  articleNameContains: (article, parts) => {
    const name = textIn(readObject(article.body), 'articleName') ?? '';
    return [...parts].some((part) => name.toLowerCase().includes(part.toLowerCase()));
  },
};

/** `GET /articles`: the articles that pass every filter, by ascending id. */
export function getArticles(desk: Desk, request: SandboxRequest): SandboxReply {
  const query = acceptedQuery(desk, 'GET /articles', request, filters);
  const { goodsOwnerId = 0, stockInfoChangedFrom, maxArticlesToGet: most } = query;
  goodsOwnerOf(desk, goodsOwnerId);
  if (
    stockInfoChangedFrom !== undefined &&
    stockInfoChangedFrom < desk.options.now() - oldestStockChangeMs
  )
    throw new Refusal(400, 'stockInfoChangedFrom must be within 24 hours of the current time.');
  if (most !== undefined && most < 1)
    throw new Refusal(400, 'maxArticlesToGet must be at least 1.');
  const found = desk.store.state.articles.filter(filterOf(filters, query)).slice(0, most);
  const claims = claimsOf(desk.store, goodsOwnerId, found);
  return okReply(found.map((article) => articleView(desk, article, claims)));
}

/** `GET /articles/{articleSystemId}`. */
export function getArticle(desk: Desk, _request: SandboxRequest, id: number): SandboxReply {
  const article = articleOf(desk, id);
  return okReply(articleView(desk, article, claimsOf(desk.store, article.goodsOwnerId, [article])));
}
