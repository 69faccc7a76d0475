import { z } from 'zod';

import { stock } from '../kit/settings/processes.ts';
import { catalog, orders, shipments } from './settings/processes.ts';
import { source } from './settings/source.ts';

/** A connection's sections with Order Desk. */
export const settings = z.object({
  source,
  orders: orders.prefault({}),
  shipments: shipments.prefault({}),
  stock: stock(false, 'sellable').prefault({}),
  catalog: catalog.prefault({}),
});

/** The store's keys and those of its orders at the top, those of the other processes below. */
export const resolved = ({
  source: store,
  orders: ofOrders,
  ...processes
}: z.output<typeof settings>) => ({ ...store, ...ofOrders, ...processes });

/** What one connection says about its Order Desk store; durations are in milliseconds. */
export type OrderDeskSettings = ReturnType<typeof resolved>;

/** How goods travel, as a connection writes it: `BRING/1202`, a way of delivery, or its section. */
export type ShippingClass = OrderDeskSettings['shippingClassMatch'][string];
