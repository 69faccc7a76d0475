import { processSettings } from '../kit/settings/processes.ts';
import { sourceAdapter } from '../ports/adapter.ts';
import { articlesOfItem, stockOfItem } from './inventory/bundle-stock.ts';
import { openOrderDeskInventory } from './inventory/open-inventory.ts';
import { openOrderDesk } from './open.ts';
import { resolved, settings } from './settings.ts';
import { systemName } from './system-name.ts';
import { storeWebhook, webhook } from './webhook.ts';

/** Order Desk: orders and inventory items of a store through its REST API. */
export const orderDesk = sourceAdapter({
  id: 'orderdesk',
  name: systemName,
  settings,
  reportAtWords: ['available'],
  webhook,
  end: (written) => {
    const { orders, shipments, stock, catalog, source } = written;
    const store = resolved(written);
    const { codeMatch } = store.products;
    return {
      // The third place is the company at other sources; kept, since fingerprints are compared with earlier ones.
      account: [source.url, source.storeId, null],
      settings: store,
      timeZone: source.timeZone,
      // As soon as tracking is there, but not before the goods were picked.
      reportAt: shipments.reportAt === 'available' ? 'picked' : shipments.reportAt,
      processes: processSettings({ orders, shipments, catalog, stock }),
      // The store's bucket holds 20 requests and gets three a second.
      quota: {
        key: `orderdesk ${source.url} ${source.storeId}`,
        limit: {
          concurrency: 2,
          perInterval: { starts: 20, intervalMs: 6_000 },
          requestTimeoutMs: 60_000,
        },
      },
      webhook: storeWebhook(source),
      open: (dependencies) => ({
        source: openOrderDesk(store, dependencies),
        registry: {
          source: openOrderDeskInventory(store, dependencies),
          inventory: {
            articlesOf: (code) => articlesOfItem(code, codeMatch),
            stockOf: (code, quantityOf) => stockOfItem(code, codeMatch, quantityOf),
          },
          sendsSuppliers: false,
          stockQuantity: stock.quantity,
          maxShareToZero: stock.maxShareToZero / 100,
        },
        packingSlipHosts: orders.packingSlipHosts,
      }),
    };
  },
});
