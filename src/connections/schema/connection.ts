import { section } from '../../systems/kit/settings/list.ts';
import { text } from '../../systems/kit/settings/text.ts';
import {
  articles,
  suppliers,
  twentyFourSevenOfficeOrders,
  twentyFourSevenOfficeShipments,
} from './24sevenoffice-processes.ts';
import { twentyFourSevenOfficeSource } from './24sevenoffice-source.ts';
import { ongoingWarehouse, webhooks } from './ongoing-warehouse.ts';
import { catalog, orderDeskOrders, orderDeskShipments } from './orderdesk-processes.ts';
import { orderDeskSource } from './orderdesk-source.ts';
import { stock } from '../../systems/kit/settings/processes.ts';

const name = text('What people call the connection. Without it, its id.', {
  example: 'Nordlys AS',
}).optional();

/** A connection's keys, by the system of its source. */
export const connectionSchemas = {
  '24sevenoffice': section('A connection with 24SevenOffice.', {
    name,
    source: twentyFourSevenOfficeSource,
    warehouse: ongoingWarehouse,
    orders: twentyFourSevenOfficeOrders.prefault({}),
    shipments: twentyFourSevenOfficeShipments.prefault({}),
    articles: articles.prefault({}),
    suppliers: suppliers.prefault({}),
    stock: stock(true, 'physical').prefault({}),
    webhooks: webhooks.optional(),
  }),
  orderdesk: section('A connection with Order Desk.', {
    name,
    source: orderDeskSource,
    warehouse: ongoingWarehouse,
    orders: orderDeskOrders.prefault({}),
    shipments: orderDeskShipments.prefault({}),
    stock: stock(false, 'sellable').prefault({}),
    catalog: catalog.prefault({}),
    webhooks: webhooks.optional(),
  }),
} as const;

/** The systems that a source can be. */
export type SourceSystem = keyof typeof connectionSchemas;
export const sourceSystems = Object.keys(connectionSchemas) as SourceSystem[];

/** How the systems are called. */
export const systemNames: Readonly<Record<SourceSystem | 'ongoing', string>> = {
  '24sevenoffice': '24SevenOffice',
  orderdesk: 'Order Desk',
  ongoing: 'Ongoing WMS',
};
