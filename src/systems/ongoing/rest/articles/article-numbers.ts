import type { CallContext } from '../../../kit/call-context.ts';
import type { ExistingArticles } from './existing-articles.ts';

const mostRemembered = 50_000;

/** What stands behind product codes. */
export interface ResolvedArticles {
  /** Product code → article number. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Product codes without an article. */
  readonly unknown: readonly string[];
  /** Product codes that several articles carry, with their numbers. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  /** Some numbers weren't read now: an article may have been renamed since. */
  readonly fromMemory: boolean;
}

/**
 * Finds the numbers of articles. An order line of REST names its article by number only, while the
 * source knows the product by its id, so the number is looked up, and remembered once found. A
 * product without an article isn't remembered, it is about to get one.
 */
export function articleNumbers(held: ExistingArticles) {
  const remembered = new Map<string, string>();

  /** The article numbers behind the product codes. */
  async function resolve(
    productCodes: readonly string[],
    call: CallContext,
  ): Promise<ResolvedArticles> {
    const numbers = new Map<string, string>();
    const toRead: string[] = [];
    for (const code of new Set(productCodes)) {
      const known = recall(code);
      if (known === undefined) toRead.push(code);
      else numbers.set(code, known);
    }
    const fromMemory = numbers.size > 0;
    const unknown: string[] = [];
    const ambiguous = new Map<string, readonly string[]>();
    for (const [code, articles] of await held.withProductCodes(toRead, call)) {
      const found = new Set(articles.flatMap((held) => held.articleNumber?.trim() ?? []));
      const [only, ...others] = found;
      if (only === undefined) unknown.push(code);
      else if (others.length > 0) ambiguous.set(code, [only, ...others]);
      else {
        remember(code, only);
        numbers.set(code, only);
      }
    }
    return { numbers, unknown, ambiguous, fromMemory };
  }

  function remember(productCode: string, articleNumber: string): void {
    remembered.delete(productCode);
    remembered.set(productCode, articleNumber);
    if (remembered.size <= mostRemembered) return;
    const oldest = remembered.keys().next();
    if (oldest.done !== true) remembered.delete(oldest.value);
  }

  function forget(productCodes: readonly string[]): void {
    for (const code of productCodes) remembered.delete(code);
  }

  function recall(productCode: string): string | undefined {
    const number = remembered.get(productCode);
    if (number !== undefined) remember(productCode, number);
    return number;
  }

  return { resolve, remember, forget };
}
export type ArticleNumbers = ReturnType<typeof articleNumbers>;
