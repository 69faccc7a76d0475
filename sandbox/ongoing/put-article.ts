import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import { acceptedBody } from './accepted-body.ts';
import { article as articleShape } from '../../src/systems/ongoing/contract/article.ts';
import type { Desk } from './desk.ts';
import { articleOf, goodsOwnerOf } from './desk.ts';
import { Refusal } from '../rest/refusal.ts';
import { jsonReply } from './replies.ts';
import type { OngoingStore } from './store.ts';
import type { StoredArticle } from './stored.ts';
import type { JsonObject } from './vendor-json.ts';
import { digitsIn, isJsonObject, objectIn, readObject, textIn, writeJson } from './vendor-json.ts';

/** `PUT /articles`: creates the article, or updates the one with the same goods owner and number. */
export function putArticle(desk: Desk, request: SandboxRequest): SandboxReply {
  const body = acceptedBody(request, articleShape);
  const goodsOwnerId = goodsOwnerOf(desk, Number(digitsIn(body, 'goodsOwnerId')));
  const number = textIn(body, 'articleNumber') ?? '';
  const held = desk.store.articleByNumber(goodsOwnerId, number);
  const article = storeArticle(desk.store, goodsOwnerId, held, body, desk.options.now());
  return jsonReply(held === undefined ? 201 : 200, {
    articleSystemId: article.articleSystemId,
    message: `Article ${number} ${held === undefined ? 'created' : 'updated'}.<br/>`,
  });
}

/** `PUT /articles/{articleSystemId}`: updates the article with this id, its number included. */
export function putArticleById(
  desk: Desk,
  request: SandboxRequest,
  articleSystemId: number,
): SandboxReply {
  const held = articleOf(desk, articleSystemId);
  const body = acceptedBody(request, articleShape);
  const goodsOwnerId = goodsOwnerOf(desk, Number(digitsIn(body, 'goodsOwnerId')));
  const number = textIn(body, 'articleNumber') ?? '';
  const other = desk.store.articleByNumber(goodsOwnerId, number);
  if (held.goodsOwnerId !== goodsOwnerId || (other !== undefined && other !== held))
    throw new Refusal(400, `Article number ${number} is used by another article.`);
  storeArticle(desk.store, goodsOwnerId, held, body, desk.options.now());
  return jsonReply(200, { articleSystemId, message: `Article ${number} updated.<br/>` });
}

/**
 * Stores an article's data. Members that a PUT leaves out keep what an earlier one gave, also inside of
 * objects.
 */
export function storeArticle(
  store: OngoingStore,
  goodsOwnerId: number,
  held: StoredArticle | undefined,
  body: JsonObject,
  now: number,
): StoredArticle {
  const merged = merge(held === undefined ? {} : readObject(held.body), body);
  const articleNumber = textIn(merged, 'articleNumber') ?? '';
  const data = {
    productCode: textIn(merged, 'productCode') ?? null,
    barCode: textIn(objectIn(merged, 'barCodeInfo'), 'barCode') ?? null,
    body: writeJson(merged),
    dataChangedAt: now,
  };
  if (held !== undefined) {
    Object.assign(held, data);
    store.renumberArticle(held, articleNumber);
    return held;
  }
  const article: StoredArticle = {
    ...data,
    articleSystemId: store.nextId(),
    goodsOwnerId,
    articleNumber,
    numberOfItems: '0',
    stockChangedAt: now,
  };
  store.addArticle(article);
  return article;
}

function merge(held: JsonObject, given: JsonObject): JsonObject {
  const merged: JsonObject = { ...held };
  for (const [member, value] of Object.entries(given)) {
    merged[member] = isJsonObject(value) ? merge(objectIn(held, member), value) : value;
  }
  return merged;
}
