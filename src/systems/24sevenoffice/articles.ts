import type { Article, ArticlesRead } from '../../domain/article.ts';
import type { Fault } from '../../domain/fault.ts';
import type { Call } from '../call.ts';
import { byId, isId } from './by-id.ts';
import type { Client } from './client.ts';
import { asSentence, vendorWords } from './fault-text.ts';
import { type MappedArticle, mapArticle, missingProduct } from './mapping/article.ts';
import { getProducts } from './requests.ts';
import type { TwentyFourSevenOfficeSettings } from './settings.ts';
import { systemName } from './system-name.ts';

/** The vendor's limit isn't documented. */
const maxProducts = 100;

/** Products read by their ids, joined with others who ask at the same time. */
export class Articles {
  readonly #weightUnit: TwentyFourSevenOfficeSettings['articles']['weightUnit'];
  readonly #products;

  constructor(client: Client, { articles }: Pick<TwentyFourSevenOfficeSettings, 'articles'>) {
    this.#weightUnit = articles.weightUnit;
    this.#products = byId(client, maxProducts, async (ids, sharedBy, turn) => {
      const { value } = await client.send({ ...getProducts(ids), sharedBy }, turn);
      return new Map(value.GetProductsResult.map((product) => [product.Id, product]));
    });
  }

  /** The articles behind product codes, each once, and what is wrong with those that aren't any. */
  async read(productCodes: readonly string[], call: Call): Promise<ArticlesRead> {
    const unique = [...new Set(productCodes)];
    const read = await Promise.all(unique.map(async (code) => await this.#one(code, call)));
    const articles: Article[] = [];
    const faults: Fault[] = [];
    for (const result of read) {
      if ('article' in result) articles.push(result.article);
      else faults.push(...result.faults);
    }
    return { articles, faults };
  }

  async #one(productCode: string, call: Call): Promise<MappedArticle> {
    const product = isId(productCode) ? await this.#products.add(productCode, call) : undefined;
    if (product === undefined) return { faults: [missingProduct(productCode)] };
    const { APIException: exception } = product;
    if (exception === undefined) return mapArticle(productCode, product, this.#weightUnit);
    const words = asSentence(vendorWords(exception.Message ?? exception.Type ?? 'no reason given'));
    return {
      faults: [
        {
          field: `Product ${productCode}`,
          problem: `${systemName} can’t read product ${productCode}: ${words}`,
          todo: `Open it in ${systemName} and correct what is wrong there.`,
        },
      ],
    };
  }
}
