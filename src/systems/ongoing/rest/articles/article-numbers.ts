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
export class ArticleNumbers {
  readonly #held: ExistingArticles;
  readonly #remembered = new Map<string, string>();

  constructor(held: ExistingArticles) {
    this.#held = held;
  }

  /** The article numbers behind the product codes. */
  async resolve(productCodes: readonly string[], call: CallContext): Promise<ResolvedArticles> {
    const numbers = new Map<string, string>();
    const toRead: string[] = [];
    for (const code of new Set(productCodes)) {
      const remembered = this.#recall(code);
      if (remembered === undefined) toRead.push(code);
      else numbers.set(code, remembered);
    }
    const fromMemory = numbers.size > 0;
    const unknown: string[] = [];
    const ambiguous = new Map<string, readonly string[]>();
    for (const [code, articles] of await this.#held.withProductCodes(toRead, call)) {
      const found = new Set(articles.flatMap((held) => held.articleNumber?.trim() ?? []));
      const [only, ...others] = found;
      if (only === undefined) unknown.push(code);
      else if (others.length > 0) ambiguous.set(code, [only, ...others]);
      else {
        this.remember(code, only);
        numbers.set(code, only);
      }
    }
    return { numbers, unknown, ambiguous, fromMemory };
  }

  remember(productCode: string, articleNumber: string): void {
    this.#remembered.delete(productCode);
    this.#remembered.set(productCode, articleNumber);
    if (this.#remembered.size <= mostRemembered) return;
    const oldest = this.#remembered.keys().next();
    if (oldest.done !== true) this.#remembered.delete(oldest.value);
  }

  forget(productCodes: readonly string[]): void {
    for (const code of productCodes) this.#remembered.delete(code);
  }

  #recall(productCode: string): string | undefined {
    const number = this.#remembered.get(productCode);
    if (number !== undefined) this.remember(productCode, number);
    return number;
  }
}
