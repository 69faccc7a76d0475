import type { ArticleOutcome, WantedArticle } from '../../src/domain/article.ts';
import type { PageReport } from './page-report.ts';

/** Enters what became of articles into a report; gives how many were written. */
export function enterOutcomes(
  wanted: readonly WantedArticle[],
  outcomes: readonly ArticleOutcome[],
  report: PageReport,
): number {
  let written = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const name = wanted[index]?.article.articleNumber ?? '';
    switch (outcome.kind) {
      case 'created':
      case 'updated':
        written += 1;
        report.done(outcome.kind);
        break;
      case 'unchanged':
        report.done('unchanged');
        break;
      case 'skipped':
        report.skipped(outcome.why, named(name, outcome.fault?.problem));
        break;
      case 'failed':
        report.failed(name, outcome.faults.map(({ problem }) => problem).join(' '));
        break;
    }
  }
  return written;
}

const named = (name: string, problem: string | undefined): string =>
  problem === undefined ? name : `${name}: ${problem}`;
