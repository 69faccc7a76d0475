import type { Product } from '../../../domain/article.ts';
import type { Instant } from '../../../domain/order.ts';
import type { CallContext } from '../../kit/call-context.ts';
import { byId, isId } from './by-id.ts';
import type { Client } from '../soap/client.ts';
import type { ArticleMappingSettings } from '../mapping/article.ts';
import { mapProduct } from '../mapping/product.ts';
import { getProducts, listProductSuppliers } from './registry-requests.ts';
import { productProperties } from '../return-properties.ts';
import type { Product as VendorProduct } from '../schema/product.ts';

/** Products in one request; the vendor's limit isn't documented. */
export const productsAtOnce = 100;

/** A product as it was read, and when, by the vendor's clock. */
export interface FoundProduct {
  readonly source: VendorProduct;
  readonly at: Instant;
}

/** Products read by their ids, joined with others who ask at the same time. */
export function productsOf(client: Client, settings: ArticleMappingSettings) {
  const properties = productProperties(settings.articles.extraFields);
  const joined = byId(client, productsAtOnce, async (ids, sharedBy, turn) => {
    const request = { ...getProducts({ ids }, properties), sharedBy };
    const { value, at } = await client.send(request, turn);
    return new Map(value.map((source) => [source.Id, { source, at }]));
  });

  /** What was found, in the order of the codes; undefined for those that 24SevenOffice doesn't have. */
  async function find(
    productCodes: readonly string[],
    call: CallContext,
  ): Promise<readonly (FoundProduct | undefined)[]> {
    return await Promise.all(
      productCodes.map(async (code) => (isId(code) ? await joined.add(code, call) : undefined)),
    );
  }

  /** Products as they are now, each once; those that are gone are left out. */
  async function read(
    productCodes: readonly string[],
    call: CallContext,
  ): Promise<readonly Product[]> {
    const unique = [...new Set(productCodes)];
    const found = await find(unique, call);
    return unique.flatMap((code, index) => {
      const product = found[index];
      return product === undefined ? [] : [mapProduct(code, product.source, settings, product.at)];
    });
  }

  /** Which supplier delivers which product, of all products that name one. */
  async function suppliers(call: CallContext): Promise<readonly (readonly [string, string])[]> {
    const { value } = await client.call(listProductSuppliers(), call);
    return value.flatMap(({ Id, SupplierId }) =>
      isId(Id) && isId(SupplierId) ? [[Id, SupplierId] as const] : [],
    );
  }

  return { find, read, suppliers };
}
export type Products = ReturnType<typeof productsOf>;
