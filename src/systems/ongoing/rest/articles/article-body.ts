import type { Article, WantedArticle } from '../../../../domain/article.ts';
import type { MappingProblem } from '../../../../domain/mapping-problem.ts';
import type { Supplier } from '../../../../domain/supplier.ts';
import { articleFields, sameBarCode, sameSupplier } from './article-equality.ts';
import { named, unfitWeight } from './article-faults.ts';
import type { OperationBody } from '../../contract/operations.ts';
import { exactNumber } from '../../../kit/rest/exact-json.ts';
import { placeExtras } from '../orders/extra-fields.ts';
import { articleTooLong } from '../orders/lengths.ts';
import { filled, present } from '../members.ts';
import type { ExistingArticle } from '../schema.ts';
import type { Echoes } from '../vendor-words.ts';

type PutArticle = OperationBody<'PUT /articles'>;

/** The body of a PUT of an article, and what is wrong with it; with faults it isn't sent. */
export interface ArticleBody {
  readonly body: PutArticle;
  readonly faults: readonly MappingProblem[];
}

/**
 * An article in the words of Ongoing's REST API; what the source doesn't say is left out, and stays
 * as it is at the warehouse. The contract doesn't tell whether that also holds inside of an object,
 * and the warehouse has more bar codes than ours, so an object in which nothing differs is left out
 * as a whole.
 */
export function articleBody(
  { article, writeSupplier }: WantedArticle,
  goodsOwnerId: number,
  held: ExistingArticle | undefined,
): ArticleBody {
  const { productCode, articleNumber, name, description, barCode, weightKg, supplier } = article;
  const extra = articleFields(article);
  const extraGoesInto = (member: string): boolean =>
    Object.keys(extra).some((path) => path.startsWith(`${member}.`));
  const sendsBarCode =
    held === undefined || !sameBarCode(held, article) || extraGoesInto('barCodeInfo');
  const sendsSupplier =
    held === undefined ||
    writeSupplier === true ||
    !sameSupplier(held, article) ||
    extraGoesInto('supplierInfo');
  const unfit = unfitWeight(article);
  const body = present<PutArticle>({
    goodsOwnerId,
    articleNumber,
    productCode,
    articleName: name,
    description,
    barCodeInfo: sendsBarCode ? filled({ barCode }) : undefined,
    weight: weightKg === undefined || unfit.length > 0 ? undefined : exactNumber(weightKg),
    supplierInfo: sendsSupplier && supplier !== undefined ? supplierBody(supplier) : undefined,
  });
  const faults = [
    ...articleTooLong(article),
    ...unfit,
    ...placeExtras(body, extra, 'article', named(article)),
  ];
  return { body, faults };
}

function supplierBody(supplier: Supplier): PutArticle['supplierInfo'] {
  const { number, name, address, address2, address3, postCode, city, countryCode } = supplier;
  return {
    supplierNumber: number,
    supplierName: name,
    advanced: {
      supplierAddress: present({
        name,
        address,
        address2,
        address3,
        postCode,
        city,
        countryCode,
      }),
    },
  };
}

/** What the vendor may repeat of an article when it says why it refuses it. */
export function articleEchoes({ productCode, articleNumber, barCode, supplier }: Article): Echoes {
  const known = [productCode, articleNumber, barCode, supplier?.number];
  const personal = [
    supplier?.name,
    supplier?.address,
    supplier?.address2,
    supplier?.address3,
    supplier?.postCode,
    supplier?.city,
  ];
  return {
    personal: personal.filter((value) => value !== undefined),
    known: known.filter((value) => value !== undefined),
  };
}
