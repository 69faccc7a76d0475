import type { Product } from '../../../domain/article.ts';
import type { Instant } from '../../../domain/order.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { requiredId } from '../registry/by-id.ts';
import type { Client } from '../soap/client.ts';
import { type Answered, Feed, type FeedSubject, type ListSearch, wholeBytes } from './feed.ts';
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
import { type ReadEntry, seenAs } from '../../kit/feeds/seen.ts';

/** The feed of products that changed. Of a listing only the numbers are kept: there may be 100,000. */
export const productFeed = (
  client: Client,
  settings: ArticleMappingSettings,
): Feed<number, Product> => new Feed(new ChangedProducts(client, settings));

/** The same for comparing stock: what somebody set by hand comes too, and a first run begins now. */
export const stockFeed = (
  client: Client,
  settings: ArticleMappingSettings,
): Feed<number, Product> => new Feed(new ProductsOfStock(client, settings));

class ChangedProducts implements FeedSubject<number, Product> {
  readonly what = 'products';
  readonly #client: Client;
  readonly #settings: ArticleMappingSettings;
  readonly #properties: readonly string[];

  constructor(client: Client, settings: ArticleMappingSettings) {
    this.#client = client;
    this.#settings = settings;
    this.#properties = productProperties(settings.articles.extraFields);
  }

  idOf(id: number): number {
    return id;
  }

  async changed(changedAfter: Instant, call: CallContext): Promise<Answered<ReadEntry<Product>>> {
    return await this.#get({ changedAfter }, call, wholeBytes);
  }

  async list({ changedAfter = always }: ListSearch, call: CallContext): Promise<Answered<number>> {
    const { value, at } = await this.#client.call(listProducts(changedAfter), call);
    const ids = value.map(({ Id }) => Number(requiredId(Id, 'GetProducts')));
    return { at, items: ids };
  }

  pageEnd(ids: readonly number[], from: number): number {
    return Math.min(from + productsAtOnce, ids.length);
  }

  async read(page: readonly number[], call: CallContext): Promise<readonly ReadEntry<Product>[]> {
    return (await this.#get({ ids: page.map(String) }, call)).items;
  }

  async #get(
    search: RegistrySearch,
    call: CallContext,
    maxBytes?: number,
  ): Promise<Answered<ReadEntry<Product>>> {
    const { value, at } = await this.#client.call(
      { ...getProducts(search, this.#properties), ...(maxBytes === undefined ? {} : { maxBytes }) },
      call,
    );
    const items = value.map((source) => {
      const id = requiredId(source.Id, 'GetProducts');
      const product = mapProduct(id, source, this.#settings, at);
      const { productCode, changedAt } = product;
      return { entry: product, seen: seenAs(productCode, changedAt, this.factsOf(product)) };
    });
    return { at, items };
  }

  /**
   * What is remembered of a product. Neither its stock nor the time of its change is: both move when
   * Crossdock itself sets the stock.
   */
  protected factsOf(product: Product): readonly unknown[] {
    const { label, article, faults, expired, supplierNumber, stockControlled } = product;
    return [label, article, faults, expired, supplierNumber, stockControlled];
  }
}

class ProductsOfStock extends ChangedProducts {
  /** A first run needn't read the catalogue: all stock is compared from the warehouse's side. */
  get since(): Instant {
    return new Date().toISOString();
  }

  protected override factsOf({ stock, stockControlled }: Product): readonly unknown[] {
    return [stock, stockControlled];
  }
}
