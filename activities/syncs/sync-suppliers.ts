import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';

import type { WantedArticle } from '../../src/domain/article.ts';
import type { FeedCursor, FeedPageDone } from '../../src/domain/syncs/feed-cursor.ts';
import type { Supplier } from '../../src/domain/supplier.ts';
import { type CallContext, priorities } from '../../src/systems/kit/call-context.ts';
import type { RegistrySource } from '../../src/systems/ports/registry-source.ts';
import type { ActivityDependencies, Registry } from '../activity-dependencies.ts';
import { recall, remember } from '../activity-run.ts';
import { enterOutcomes } from './article-outcomes.ts';
import { counted } from '../counted.ts';
import { PageReport } from './page-report.ts';
import { withRegistry } from './registry.ts';
import { vendorCall } from '../vendor-call.ts';

const articlesAtATime = 100;
/** The suppliers that an earlier attempt of this page has written. */
const supplierNumbers = z.array(z.string());

/**
 * The supplier registry: one page of companies that changed. The warehouse has no suppliers of its
 * own: one goes along with its articles, and one without any waits for its first.
 */
export function syncSuppliers({ connection, tell }: ActivityDependencies) {
  return {
    async syncSuppliers(cursor: FeedCursor | null, full: boolean): Promise<FeedPageDone> {
      const { open, registry } = withRegistry(connection);
      const companies = suppliersOf(registry);
      const call = vendorCall(priorities.articles);
      const page = await companies.suppliers(cursor?.position, { full }, call);
      const report = new PageReport(page.entries.length);
      const products = await registry.supplied.of(
        new Set(page.entries.map(({ number }) => number)),
        companies,
        call,
      );
      const done = new Set(recall(supplierNumbers));
      let sent = 0;
      for (const company of page.entries) {
        const codes = products.get(company.number) ?? [];
        if (codes.length === 0) {
          report.skipped(company.isSupplier ? 'waits for its first article' : 'no supplier');
        } else if (!done.has(company.number)) {
          const supplier = company.supplier ?? (await supplierOf(companies, company.number, call));
          if (supplier === undefined) {
            report.failed(`Supplier ${company.number}`, company.faults[0]?.problem ?? '');
          } else {
            await writeWithArticles(registry, supplier, codes, report, call);
            report.done('sent with their articles');
            sent += 1;
          }
          done.add(company.number);
          // A retry of this page goes on after what is written.
          remember([...done]);
        }
      }
      if (sent > 0) {
        const articles = sent === 1 ? 'its articles' : 'their articles';
        tell(`${counted(sent, 'supplier')} sent with ${articles} to ${open.warehouse.name}`);
      }
      return {
        cursor: { position: page.position, seen: [] },
        more: page.more,
        report: report.toJSON(),
        progress: page.progress,
      };
    },
  };
}

/** The source's suppliers; one without any has no such process. */
function suppliersOf({ suppliers }: Registry): RegistrySource {
  if (suppliers === undefined)
    throw ApplicationFailure.nonRetryable('The source keeps no suppliers.');
  return suppliers;
}

async function supplierOf(
  companies: RegistrySource,
  number: string,
  call: CallContext,
): Promise<Supplier | undefined> {
  const [company] = await companies.readSuppliers([number], call);
  return company?.supplier;
}

async function writeWithArticles(
  registry: Registry,
  supplier: Supplier,
  productCodes: readonly string[],
  report: PageReport,
  call: CallContext,
): Promise<void> {
  for (let from = 0; from < productCodes.length; from += articlesAtATime) {
    const codes = productCodes.slice(from, from + articlesAtATime);
    const products = await registry.source.readProducts(codes, call);
    const wanted = products.flatMap(({ article, expired }): WantedArticle[] =>
      article === undefined
        ? []
        : [{ article: { ...article, supplier }, onlyIfHeld: expired, writeSupplier: true }],
    );
    if (wanted.length === 0) continue;
    enterOutcomes(wanted, await registry.warehouse.syncArticles(wanted, call), report);
  }
}
