import { list, section } from '../../kit/settings/list.ts';
import { extraFields, notify, switchAndInterval } from '../../kit/settings/processes.ts';
import { calendarDate } from '../../kit/settings/time.ts';
import { orderStatus } from './order-status-field.ts';

/** `orders`. */
export const orders = section('Sales orders, from 24SevenOffice to the warehouse.', {
  ...switchAndInterval('orders are taken', true, '15m'),
  since: calendarDate(
    'Orders that last changed before this day (in `source.timeZone`) aren’t taken. Without it, all orders in `statuses` are.',
    '2026-11-01',
  ).optional(),
  statuses: list('Orders in these statuses are taken.', orderStatus('One status.'), {
    type: 'list of 24SevenOffice statuses',
    least: 1,
  }).prefault(['Confirmed']),
  cancelStatuses: list(
    'An order that gets one of these is cancelled at the warehouse, as long as work hasn’t begun.',
    orderStatus('One status.'),
    { type: 'list of 24SevenOffice statuses' },
  ).prefault(['Inactive', 'Draft', 'Offer']),
  statusOnImport: orderStatus(
    'The status an order gets once the warehouse has it. `null`: it is left alone.',
  )
    .nullable()
    .prefault(null),
  notify: notify.prefault({}),
  extraFields: extraFields(
    'Further fields: what stands at 24SevenOffice (`lines.` before a field of the order’s lines), and the warehouse field that gets it.',
    '{ lines.Price: prices.linePrice }',
  ),
});
