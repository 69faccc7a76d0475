import { choice } from '../../kit/settings/choice.ts';
import { duration } from '../../kit/settings/duration.ts';
import { section } from '../../kit/settings/list.ts';
import { reportAt, switchAndInterval } from '../../kit/settings/processes.ts';
import { orderStatus } from './order-status-field.ts';

/** `shipments`. */
export const shipments = section('What has shipped, from the warehouse to 24SevenOffice.', {
  ...switchAndInterval('shipped orders are reported', true, '15m'),
  reportAt: reportAt(
    'From which warehouse status an order counts as shipped and is reported. Neither below picked nor returned.',
  ),
  statusOnShipped: orderStatus(
    'The status a shipped order gets at 24SevenOffice. `null`: nothing is reported.',
  )
    .nullable()
    .prefault('Sent'),
  waitForTracking: duration(
    'How long a report waits for tracking. Without it `15m` where `trackingField` is set, else there is nothing to wait for: `0s`.',
  ).optional(),
  trackingField: choice(
    'The field of the order that tracking is added to. `null`: tracking isn’t written back.',
    ['InvoiceText'],
  )
    .nullable()
    .prefault(null),
});
