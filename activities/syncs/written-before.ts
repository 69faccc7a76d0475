import { z } from 'zod';

import type { ArticleOutcome, WantedArticle } from '../../src/domain/article.ts';
import { recall, remember } from '../activity-run.ts';

const details = z.array(z.tuple([z.string(), z.enum(['created', 'updated'])]));

/**
 * Which articles earlier attempts of this activity wrote. A new attempt finds them unchanged; the
 * report tells what the run did.
 */
export class WrittenBefore {
  readonly #written = new Map(recall(details));

  /** Notes an outcome for the attempts that may follow. */
  readonly note = (productCode: string, { kind }: ArticleOutcome): void => {
    if (kind !== 'created' && kind !== 'updated') return;
    this.#written.set(productCode, this.#written.get(productCode) ?? kind);
    remember([...this.#written]);
  };

  /** The outcomes of this attempt, with what was done before it. */
  withThose(
    wanted: readonly WantedArticle[],
    outcomes: readonly ArticleOutcome[],
  ): ArticleOutcome[] {
    return outcomes.map((outcome, index) => {
      const before = this.#written.get(wanted[index]?.article.productCode ?? '');
      return outcome.kind === 'unchanged' && before !== undefined ? { kind: before } : outcome;
    });
  }
}
