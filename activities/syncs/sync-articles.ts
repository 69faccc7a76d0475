import type { Product, WantedArticle } from '../../src/domain/article.ts';
import type { FeedCursor, FeedPageDone } from '../../src/domain/syncs/feed-cursor.ts';
import type { Supplier } from '../../src/domain/supplier.ts';
import { type CallContext, priorities } from '../../src/systems/kit/call-context.ts';
import type { ActivityDependencies, Registry } from '../activity-dependencies.ts';
import { enterOutcomes } from './article-outcomes.ts';
import { counted } from '../counted.ts';
import { PageReport } from './page-report.ts';
import { withRegistry } from './registry.ts';
import { WrittenBefore } from './written-before.ts';
import { vendorCall } from '../vendor-call.ts';

/** The article registry: one page of products that changed, made equal at the warehouse. */
export function syncArticles({ connection, tell }: ActivityDependencies) {
  return {
    async syncArticles(cursor: FeedCursor | null, full: boolean): Promise<FeedPageDone> {
      const { open, registry } = withRegistry(connection);
      const call = vendorCall(priorities.articles);
      const page = await registry.source.products(cursor?.position, { full }, call);
      const report = new PageReport(page.entries.length);
      for (const product of page.entries) registry.supplied.note(product);
      const suppliers = await suppliersOf(registry, page.entries, report, call);
      const wanted = wantedArticles(page.entries, suppliers, report);
      if (wanted.length > 0) {
        const earlier = new WrittenBefore();
        const outcomes = await registry.warehouse.syncArticles(wanted, call, earlier.note);
        const written = enterOutcomes(wanted, earlier.withThose(wanted, outcomes), report);
        if (written > 0) {
          tell(`${counted(written, 'article')} written to ${open.warehouse.name}`);
        }
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

function wantedArticles(
  products: readonly Product[],
  suppliers: ReadonlyMap<string, Supplier>,
  report: PageReport,
): WantedArticle[] {
  const wanted: WantedArticle[] = [];
  for (const { article, expired, faults, label, supplierNumber, unfit } of products) {
    if (article === undefined) {
      // The reason is what they share, so that a report of 100,000 products stays small.
      report.skipped(unfit ?? 'can’t be an article', faults[0]?.problem ?? label);
      continue;
    }
    const supplier = supplierNumber === undefined ? undefined : suppliers.get(supplierNumber);
    wanted.push({
      article: supplier === undefined ? article : { ...article, supplier },
      onlyIfHeld: expired,
    });
  }
  return wanted;
}

async function suppliersOf(
  registry: Registry,
  products: readonly Product[],
  report: PageReport,
  call: CallContext,
): Promise<ReadonlyMap<string, Supplier>> {
  if (!registry.sendsSuppliers || registry.suppliers === undefined) return new Map();
  const numbers = new Set(products.flatMap(({ supplierNumber }) => supplierNumber ?? []));
  if (numbers.size === 0) return new Map();
  const companies = await registry.suppliers.readSuppliers([...numbers], call);
  const suppliers = new Map<string, Supplier>();
  for (const { number, supplier, faults } of companies) {
    if (supplier === undefined) report.failed(`Supplier ${number}`, faults[0]?.problem ?? '');
    else suppliers.set(number, supplier);
  }
  return suppliers;
}
