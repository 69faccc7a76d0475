import type { StockQuantity } from '../domain/stock.ts';
import type { TwentyFourSevenOfficeSettings } from '../systems/24sevenoffice/settings.ts';
import type { OngoingSettings } from '../systems/ongoing/settings.ts';
import type { OrderDeskSettings } from '../systems/orderdesk/settings.ts';
import type { Connection } from './configuration.ts';

/**
 * What the 24SevenOffice adapter needs to know of a connection. Holds the secrets in clear.
 * @throws Error where the connection's source is another system
 */
export function twentyFourSevenOfficeSettings(
  connection: Connection,
): TwentyFourSevenOfficeSettings {
  if (connection.system !== '24sevenoffice') {
    throw new Error(`connection ${connection.id} has no 24SevenOffice account`);
  }
  const { source, orders, shipments, articles } = connection;
  return {
    url: source.url,
    applicationId: source.applicationId.reveal(),
    username: source.username,
    password: source.password.reveal(),
    ...(source.identityId === undefined ? {} : { identityId: source.identityId }),
    timeZone: source.timeZone,
    orders: {
      ...(orders.since === undefined ? {} : { since: orders.since }),
      statuses: orders.statuses,
      cancelStatuses: orders.cancelStatuses,
      statusOnImport: orders.statusOnImport,
      notify: orders.notify,
      extraFields: orders.extraFields,
    },
    shipments: {
      statusOnShipped: shipments.statusOnShipped,
      waitForTrackingMs: shipments.waitForTracking,
      trackingField: shipments.trackingField,
    },
    articles: { weightUnit: articles.weightUnit, extraFields: articles.extraFields },
  };
}

/**
 * What the Order Desk adapter needs to know of a connection. Holds the secret in clear.
 * @throws Error where the connection's source is another system
 */
export function orderDeskSettings(connection: Connection): OrderDeskSettings {
  if (connection.system !== 'orderdesk') {
    throw new Error(`connection ${connection.id} has no Order Desk store`);
  }
  const { source, orders, shipments, stock, catalog } = connection;
  const { picklistMessageField, giftMessageField, ...products } = orders.products;
  return {
    url: source.url,
    storeId: source.storeId,
    apiKey: source.apiKey.reveal(),
    timeZone: source.timeZone,
    folders: orders.folders,
    cancelFolders: orders.cancelFolders,
    orderNumber: orders.orderNumber,
    afterImport: orders.afterImport,
    onError: orders.onError,
    ...optional('defaultMailClass', orders.defaultMailClass),
    shippingClassMatch: orders.shippingClassMatch,
    ...optional('defaultCurrency', orders.defaultCurrency),
    notify: orders.notify,
    products: {
      ...products,
      ...optional('picklistMessageField', picklistMessageField),
      ...optional('giftMessageField', giftMessageField),
    },
    shipments: {
      afterShipment: shipments.afterShipment,
      reportAvailable: shipments.reportAt === 'available',
      waitForTrackingMs: shipments.waitForTracking,
      followUpMs: shipments.followUp,
    },
    stock: { enabled: stock.enabled, quantity: stock.quantity },
    catalog: {
      enabled: catalog.enabled,
      metadata: {
        ...optional('barcode', catalog.metadata.barcode),
        ...optional('hsCode', catalog.metadata.hsCode),
      },
    },
  };
}

/** What the adapter of a connection's source needs to know, whichever it is. */
export function sourceSettings(
  connection: Connection,
): TwentyFourSevenOfficeSettings | OrderDeskSettings {
  return connection.system === 'orderdesk'
    ? orderDeskSettings(connection)
    : twentyFourSevenOfficeSettings(connection);
}

/** The hosts in the customer's own network that packing slips may be fetched from. */
export function packingSlipHosts(connection: Connection): readonly string[] {
  return connection.system === 'orderdesk' ? connection.orders.packingSlipHosts : [];
}

/** What the Ongoing adapter needs to know of a connection. Holds the secrets in clear. */
export function ongoingSettings(connection: Connection): OngoingSettings {
  const { url, username, password, goodsOwnerId, timeZone, statuses, reportAt } =
    connection.warehouse;
  return {
    url,
    username,
    password: password.reveal(),
    goodsOwnerId,
    timeZone,
    statuses,
    reportAt,
  };
}

/** What the processes of a registry need to know beside the two systems. */
export interface RegistrySettings {
  readonly sendsSuppliers: boolean;
  readonly stockQuantity: StockQuantity;
  /** 0 to 1. */
  readonly maxShareToZero: number;
}

/** How a connection's articles, suppliers and stock are kept. */
export function registrySettings(connection: Connection): RegistrySettings {
  return {
    sendsSuppliers: connection.system === '24sevenoffice' && connection.suppliers.enabled,
    stockQuantity: connection.stock.quantity,
    maxShareToZero: connection.stock.maxShareToZero / 100,
  };
}

function optional<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [Member in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Member in Name]?: string };
}
