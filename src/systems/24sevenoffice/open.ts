import type { RegistrySource } from '../ports/registry-source.ts';
import type { Source } from '../ports/source.ts';
import { readArticles } from './registry/articles.ts';
import type { ClientDependencies } from '../kit/pacing/paced-calls.ts';
import { Client } from './soap/client.ts';
import { companiesOf } from './registry/companies.ts';
import { deliveryMethodsOf } from './orders/delivery-methods.ts';
import { orderFeed } from './feeds/order-feed.ts';
import { ordersOf } from './orders/orders.ts';
import { productFeed, stockFeed } from './feeds/product-feed.ts';
import { productsOf } from './registry/products.ts';
import { reportingOf } from './orders/reporting.ts';
import type { TwentyFourSevenOfficeSettings } from './settings.ts';
import { snapshotsOf } from './orders/snapshot.ts';
import { statusWriter } from './orders/status-writer.ts';
import { setStock } from './registry/stock.ts';
import { supplierFeed } from './feeds/supplier-feed.ts';
import { suppliersOf } from './registry/suppliers.ts';
import { systemName } from './system-name.ts';

/**
 * Opens one account at 24SevenOffice as a source of orders and as the registry of its products. Nothing is called yet: the first call logs in.
 * @param deps the rate limiter is shared by everything that shares the vendor's quota; the circuit breaker is this
 *   connection's own
 */
export function open24SevenOffice(
  settings: TwentyFourSevenOfficeSettings,
  deps: ClientDependencies,
): Source & RegistrySource {
  const client = new Client(settings, deps);
  const snapshots = snapshotsOf(settings, companiesOf(client), deliveryMethodsOf(client));
  const changedOrders = orderFeed(client, settings, snapshots);
  const changedProducts = productFeed(client, settings);
  const changedStock = stockFeed(client, settings);
  const changedCompanies = supplierFeed(client);
  const orders = ordersOf(client, settings, snapshots);
  const products = productsOf(client, settings);
  return {
    name: systemName,
    marksImported: settings.orders.statusOnImport !== null,
    changes: async (position, call) => await changedOrders(position, call),
    read: orders.read,
    ...reportingOf(settings, orders, statusWriter(client)),
    articles: async (productCodes, call) =>
      await readArticles(products, settings, productCodes, call),
    probe: async (call) => await client.probe(call),
    products: async (position, { full, ofStock = false }, call) =>
      await (ofStock ? changedStock : changedProducts)(position, call, full),
    readProducts: products.read,
    suppliers: async (position, { full }, call) => await changedCompanies(position, call, full),
    readSuppliers: suppliersOf(client).read,
    productSuppliers: products.suppliers,
    setStock: async (productCode, quantity, call) =>
      await setStock(client, productCode, quantity, call),
  };
}
