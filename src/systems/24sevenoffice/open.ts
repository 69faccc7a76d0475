import type { RegistrySource } from '../ports/registry-source.ts';
import type { Source } from '../ports/source.ts';
import { readArticles } from './registry/articles.ts';
import type { ClientDependencies } from '../kit/pacing/paced-calls.ts';
import { Client } from './soap/client.ts';
import { Companies } from './registry/companies.ts';
import { DeliveryMethods } from './orders/delivery-methods.ts';
import { orderFeed } from './feeds/order-feed.ts';
import { Orders } from './orders/orders.ts';
import { productFeed, stockFeed } from './feeds/product-feed.ts';
import { Products } from './registry/products.ts';
import { Reporting } from './orders/reporting.ts';
import type { TwentyFourSevenOfficeSettings } from './settings.ts';
import { Snapshots } from './orders/snapshot.ts';
import { StatusWriter } from './orders/status-writer.ts';
import { setStock } from './registry/stock.ts';
import { supplierFeed } from './feeds/supplier-feed.ts';
import { Suppliers } from './registry/suppliers.ts';
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
  const snapshots = new Snapshots(settings, new Companies(client), new DeliveryMethods(client));
  const changedOrders = orderFeed(client, settings, snapshots);
  const changedProducts = productFeed(client, settings);
  const changedStock = stockFeed(client, settings);
  const changedCompanies = supplierFeed(client);
  const orders = new Orders(client, settings, snapshots);
  const reporting = new Reporting(settings, orders, new StatusWriter(client));
  const products = new Products(client, settings);
  const suppliers = new Suppliers(client);
  return {
    name: systemName,
    marksImported: settings.orders.statusOnImport !== null,
    changes: async (position, call) => await changedOrders.page(position, call),
    read: async (order, call) => await orders.read(order, call),
    markImported: async (order, call) => await reporting.markImported(order, call),
    reportShipment: async (order, shipment, seenShippedAt, call) =>
      await reporting.reportShipment(order, shipment, seenShippedAt, call),
    articles: async (productCodes, call) =>
      await readArticles(products, settings, productCodes, call),
    probe: async (call) => await client.probe(call),
    products: async (position, { full, ofStock = false }, call) =>
      await (ofStock ? changedStock : changedProducts).page(position, call, full),
    readProducts: async (productCodes, call) => await products.read(productCodes, call),
    suppliers: async (position, { full }, call) =>
      await changedCompanies.page(position, call, full),
    readSuppliers: async (numbers, call) => await suppliers.read(numbers, call),
    productSuppliers: async (call) => await products.suppliers(call),
    setStock: async (productCode, quantity, call) =>
      await setStock(client, productCode, quantity, call),
  };
}
