import type { Product } from '../../../domain/article.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { requiredId } from '../registry/by-id.ts';
import type { Client } from '../soap/client.ts';
import { feedOf, type FeedSubject, wholeBytes } from './feed.ts';
import type { ArticleMappingSettings } from '../mapping/article.ts';
import { mapProduct } from '../mapping/product.ts';
import { productsAtOnce } from '../registry/products.ts';
import {
  always,
  getProducts,
  listProducts,
  type RegistrySearch,
} from '../registry/registry-requests.ts';
import { productProperties } from '../return-properties.ts';
import { seenAs } from '../../kit/feeds/seen.ts';

/** The feed of products that changed. Of a listing only the numbers are kept: there may be 100,000. */
export const productFeed = (client: Client, settings: ArticleMappingSettings) =>
  feedOf(changedProducts(client, settings, factsOfProduct));

/** The same for comparing stock: what somebody set by hand comes too, and a first run begins now. */
export const stockFeed = (client: Client, settings: ArticleMappingSettings) =>
  feedOf({
    ...changedProducts(client, settings, ({ stock, stockControlled }) => [stock, stockControlled]),
    /** A first run needn't read the catalogue: all stock is compared from the warehouse's side. */
    get since() {
      return new Date().toISOString();
    },
  });

/**
 * What is remembered of a product. Neither its stock nor the time of its change is: both move when
 * Crossdock itself sets the stock.
 */
function factsOfProduct(product: Product): readonly unknown[] {
  const { label, article, faults, expired, supplierNumber, stockControlled } = product;
  return [label, article, faults, expired, supplierNumber, stockControlled];
}

function changedProducts(
  client: Client,
  settings: ArticleMappingSettings,
  factsOf: (product: Product) => readonly unknown[],
): FeedSubject<number, Product> {
  const properties = productProperties(settings.articles.extraFields);
  const get = async (search: RegistrySearch, call: CallContext, maxBytes?: number) => {
    const { value, at } = await client.call({ ...getProducts(search, properties), maxBytes }, call);
    const items = value.map((source) => {
      const product = mapProduct(requiredId(source.Id, 'GetProducts'), source, settings, at);
      const { productCode, changedAt } = product;
      return { entry: product, seen: seenAs(productCode, changedAt, factsOf(product)) };
    });
    return { at, items };
  };
  return {
    what: 'products',
    idOf: (id) => id,
    changed: async (changedAfter, call) => await get({ changedAfter }, call, wholeBytes),
    list: async ({ changedAfter = always }, call) => {
      const { value, at } = await client.call(listProducts(changedAfter), call);
      return { at, items: value.map(({ Id }) => Number(requiredId(Id, 'GetProducts'))) };
    },
    pageEnd: (ids, from) => Math.min(from + productsAtOnce, ids.length),
    read: async (page, call) => (await get({ ids: page.map(String) }, call)).items,
  };
}
