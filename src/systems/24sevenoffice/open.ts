import type { Source } from '../source.ts';
import { Articles } from './articles.ts';
import { Client, type ClientDependencies } from './client.ts';
import { Companies } from './companies.ts';
import { Feed } from './feed.ts';
import { Orders } from './orders.ts';
import { Reporting } from './reporting.ts';
import type { TwentyFourSevenOfficeSettings } from './settings.ts';
import { Snapshots } from './snapshot.ts';
import { StatusWriter } from './status-writer.ts';
import { systemName } from './system-name.ts';

/**
 * Opens one account at 24SevenOffice as a source. Nothing is called yet: the first call logs in.
 * @param deps the lane is shared by everything that shares the vendor's quota; the circuit is this
 *   connection's own
 */
export function open24SevenOffice(
  settings: TwentyFourSevenOfficeSettings,
  deps: ClientDependencies,
): Source {
  const client = new Client(settings, deps);
  const snapshots = new Snapshots(settings, new Companies(client));
  const feed = new Feed(client, settings, snapshots);
  const orders = new Orders(client, settings, snapshots);
  const reporting = new Reporting(settings, orders, new StatusWriter(client));
  const articles = new Articles(client, settings);
  return {
    name: systemName,
    marksImported: settings.orders.statusOnImport !== null,
    changes: async (position, call) => await feed.page(position, call),
    read: async (order, call) => await orders.read(order, call),
    markImported: async (order, call) => await reporting.markImported(order, call),
    reportShipment: async (order, shipment, seenShippedAt, call) =>
      await reporting.reportShipment(order, shipment, seenShippedAt, call),
    articles: async (productCodes, call) => await articles.read(productCodes, call),
    probe: async (call) => await client.probe(call),
  };
}
