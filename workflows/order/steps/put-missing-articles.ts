import type { MappingProblem } from '../../../src/domain/mapping-problem.ts';
import { readArticlesRead } from '../../../src/domain/reading/read-at-source.ts';
import { problems } from '../../../src/domain/reading/read-snapshot.ts';
import type { StepContext } from '../step.ts';

/**
 * An order line can't exist without its article: those that the warehouse lacks are read from the
 * source and put first, whether or not the articles process is on.
 */
export async function putMissingArticles(
  context: StepContext,
  productCodes: readonly string[],
): Promise<readonly MappingProblem[]> {
  const { names, activities } = context;
  const count = productCodes.length === 1 ? '1 article' : `${productCodes.length} articles`;
  const read = readArticlesRead(
    await activities
      .source(`Read ${count} of order ${names.number} from ${names.source}`)
      .readArticles(productCodes),
  );
  if (read.faults.length > 0) return read.faults;
  return problems(
    await activities
      .warehouse(`Put ${count} of order ${names.number} in the warehouse`)
      .putArticles({ articles: read.articles }),
  );
}
