import { processSettings } from '../kit/settings/processes.ts';
import { sourceAdapter } from '../ports/adapter.ts';
import { articleExtraFieldSources, extraFieldSources } from './extra-field-sources.ts';
import { open24SevenOffice } from './open.ts';
import { checkOrderStatuses } from './settings/check-order-statuses.ts';
import { articles } from './settings/registry.ts';
import { resolved, settings } from './settings.ts';
import { systemName } from './system-name.ts';

/** 24SevenOffice: orders, articles, suppliers and stock through its SOAP services. */
export const twentyFourSevenOffice = sourceAdapter({
  id: '24sevenoffice',
  name: systemName,
  settings,
  extraFields: [
    {
      path: ['orders', 'extraFields'],
      called: 'orders',
      sources: extraFieldSources,
      fills: 'orders',
    },
    {
      path: ['articles', 'extraFields'],
      called: 'products',
      sources: articleExtraFieldSources,
      fills: 'articles',
    },
  ],
  check: checkOrderStatuses,
  worthKnowing: [
    {
      path: ['articles', 'variations'],
      message: 'the vendor’s contract has no variants: each is its own article',
      asked: (view) => view.read(articles.shape.variations, ['articles', 'variations']) === true,
    },
  ],
  end: (written) => {
    const account = resolved(written);
    const { orders, shipments, suppliers, stock } = account;
    return {
      account: [account.url, account.username, account.identityId ?? null],
      settings: account,
      timeZone: account.timeZone,
      reportAt: shipments.reportAt,
      processes: processSettings({
        orders,
        shipments,
        articles: account.articles,
        suppliers,
        stock,
      }),
      // 7,200 requests an hour, as far as is known counted by the address they come from.
      quota: {
        key: `24sevenoffice ${new URL(account.url).host}`,
        limit: {
          concurrency: 4,
          perInterval: { starts: 20, intervalMs: 1_000 },
          requestTimeoutMs: 70_000,
        },
      },
      open: (dependencies) => {
        const source = open24SevenOffice(account, dependencies);
        return {
          source,
          registry: {
            source,
            suppliers: source,
            sendsSuppliers: suppliers.enabled,
            stockQuantity: stock.quantity,
            maxShareToZero: stock.maxShareToZero / 100,
          },
        };
      },
    };
  },
});
