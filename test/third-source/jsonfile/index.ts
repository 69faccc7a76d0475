import { z } from 'zod';

import { choice } from '../../../src/systems/kit/settings/choice.ts';
import { list, section } from '../../../src/systems/kit/settings/list.ts';
import {
  processSettings,
  reportAt,
  switchAndInterval,
} from '../../../src/systems/kit/settings/processes.ts';
import { text } from '../../../src/systems/kit/settings/text.ts';
import { sourceAdapter } from '../../../src/systems/ports/adapter.ts';
import { openFile } from './open.ts';

const id = 'jsonfile';

const settings = z.object({
  source: section('A file of orders.', {
    system: choice('The source’s system.', [id]),
    file: text('Where it lies.', { example: '/srv/orders.json' }),
  }),
  orders: section('Orders, from the file to the warehouse.', {
    ...switchAndInterval('orders are taken', true, '1m'),
    statuses: list('Orders in these statuses are taken.', text('One status.'), {
      type: 'list of statuses',
    }).prefault(['new']),
  }).prefault({}),
  shipments: section('What has shipped, from the warehouse to the file.', {
    ...switchAndInterval('shipped orders are reported', true, '1m'),
    reportAt: reportAt('From which warehouse status an order counts as shipped.'),
  }).prefault({}),
});

/** A made-up source: a file of orders, as some shops still send it. */
export const jsonFile = sourceAdapter({
  id,
  name: 'A JSON file',
  settings,
  end: ({ source, orders, shipments }) => ({
    account: [source.file],
    settings: { ...source, orders, shipments },
    timeZone: 'Europe/Oslo',
    reportAt: shipments.reportAt,
    processes: processSettings({ orders, shipments }),
    quota: { key: `${id} ${source.file}`, limit: { concurrency: 1, requestTimeoutMs: 5_000 } },
    open: ({ limiter }) => ({ source: openFile(source.file, orders.statuses, limiter) }),
  }),
});
