import { articleExtraFieldTargets, extraFieldTargets } from '../../systems/ongoing/settings.ts';
import { choice, toggle } from '../../systems/kit/settings/choice.ts';
import { duration } from '../../systems/kit/settings/duration.ts';
import { field, Refusal } from '../../systems/kit/settings/field.ts';
import { list, mapping, section } from '../../systems/kit/settings/list.ts';
import { calendarDate } from '../../systems/kit/settings/time.ts';
import { hint } from '../../systems/kit/settings/hint.ts';
import { notify, switchAndInterval } from '../../systems/kit/settings/processes.ts';
import { reportStatus } from './status-field.ts';
import { orderStatus } from './status-field.ts';

const warehouseField = (targets: object) =>
  field({ description: 'The warehouse field that is filled.', type: 'warehouse field' }, (raw) => {
    const target = raw.trim();
    if (Object.hasOwn(targets, target)) return target;
    return new Refusal(
      `is not a field of the warehouse that can be filled; ${hint(target, Object.keys(targets))}`,
    );
  });

/** `orders` of a connection with 24SevenOffice. */
export const twentyFourSevenOfficeOrders = section(
  'Sales orders, from 24SevenOffice to the warehouse.',
  {
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
    extraFields: mapping(
      'Further fields: what stands at 24SevenOffice (`lines.` before a field of the order’s lines), and the warehouse field that gets it.',
      warehouseField(extraFieldTargets),
      {
        type: 'mapping: source path to warehouse field',
        example: '{ lines.Price: prices.linePrice }',
      },
    ).prefault({}),
  },
);

/** `shipments` of a connection with 24SevenOffice. */
export const twentyFourSevenOfficeShipments = section(
  'What has shipped, from the warehouse to 24SevenOffice.',
  {
    ...switchAndInterval('shipped orders are reported', true, '15m'),
    reportAt: reportStatus(
      'From which warehouse status an order counts as shipped and is reported. Neither below picked nor returned.',
    ).prefault('shipped'),
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
  },
);

/** `articles` of a connection with 24SevenOffice. */
export const articles = section('The article registry, from 24SevenOffice to the warehouse.', {
  ...switchAndInterval('articles are kept up to date at the warehouse', true, '15m'),
  variations: toggle(
    'Whether articles come in sizes, colours or packagings. 24SevenOffice’s contract has no variants: with `true`, too, each is an article of its own.',
  ).prefault('false'),
  weightUnit: choice('The unit in which the account keeps weights.', ['kg', 'g']).prefault('kg'),
  extraFields: mapping(
    'Further fields: what stands at 24SevenOffice, and the warehouse field that gets it.',
    warehouseField(articleExtraFieldTargets),
    {
      type: 'mapping: source path to warehouse field',
      example: '{ InPrice: purchasePrice }',
    },
  ).prefault({}),
});

/** `suppliers` of a connection with 24SevenOffice. */
export const suppliers = section('The supplier registry, from 24SevenOffice to the warehouse.', {
  ...switchAndInterval('suppliers are kept up to date at the warehouse', false, '15m'),
});
