import type { PickedOrder } from '../../../../domain/syncs/stock.ts';
import { phaseOf, type WarehouseStatuses } from '../../statuses.ts';
import { compareDecimals } from '../../../../domain/decimal.ts';
import type { CallContext } from '../../../kit/call-context.ts';
import { orderList } from './order-list.ts';
import { readPageById } from '../pages-by-id.ts';
import type { ExistingOrder } from '../schema.ts';
import type { OngoingSettings } from '../../settings.ts';
import type { Transport } from '../transport.ts';

const lookBackMs = 7 * 24 * 3_600_000;

/**
 * Orders at or past picked, short of returned, whose status changed in the last seven days. A local
 * status counts for what it is said to mean, wherever its number lies. One beyond picked that means
 * less, such as partly sent, counts for the lines of which something was picked.
 */
export async function pickedOrders(
  transport: Transport,
  call: CallContext,
): Promise<PickedOrder[]> {
  const { settings } = transport;
  const [lowest, highest] = statusRange(settings.statuses);
  const filters = [
    ['orderStatusFrom', String(lowest)],
    ['orderStatusTo', String(highest)],
    ['orderStatusChangedTimeFrom', new Date(Date.now() - lookBackMs).toISOString()],
  ] as const;
  const picked: PickedOrder[] = [];
  let idFrom: number | undefined;
  do {
    const page = await readPageById(transport, orderList, filters, idFrom, call);
    picked.push(...page.entries.flatMap((held) => pickedOrder(held, settings)));
    idFrom = page.nextId;
  } while (idFrom !== undefined);
  return picked;
}

/** Every number that may mean picked or shipped. */
function statusRange(statuses: WarehouseStatuses): readonly [lowest: number, highest: number] {
  const local = Object.entries(statuses.other).flatMap(([number, name]) =>
    name === 'picked' || name === 'shipped' || name === 'collected' ? [Number(number)] : [],
  );
  return [Math.min(statuses.picked, ...local), Math.max(statuses.returned - 1, ...local)];
}

function pickedOrder(
  held: ExistingOrder,
  { statuses, reportAt }: Pick<OngoingSettings, 'statuses' | 'reportAt'>,
): PickedOrder[] {
  const status = Number(held.orderInfo.orderStatus.number);
  const phase = phaseOf(status, statuses, reportAt);
  const whole = phase === 'picked' || phase === 'shipped';
  const partly = phase === 'begun' && status >= statuses.picked;
  if (!whole && !partly) return [];
  const lines = held.orderLines.filter(
    ({ pickedNumberOfItems }) => whole || compareDecimals(pickedNumberOfItems, '0') > 0,
  );
  const codes = lines.flatMap(({ article }) => article?.productCode?.trim() ?? []);
  const ownId = held.orderInfo.goodsOwnerOrderId?.trim() ?? '';
  return [
    {
      goodsOwnerOrderId: ownId === '' ? null : ownId,
      productCodes: [...new Set(codes)].filter((code) => code !== ''),
    },
  ];
}
