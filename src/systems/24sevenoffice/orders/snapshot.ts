import type { Instant } from '../../../domain/order.ts';
import { orderHash } from '../../../domain/order-hash.ts';
import type { Snapshot, SourceState } from '../../../domain/snapshot.ts';
import type { CallContext } from '../../kit/call-context.ts';
import type { Companies } from '../registry/companies.ts';
import type { DeliveryMethods } from './delivery-methods.ts';
import { mapOrder } from '../mapping/order.ts';
import { unreadableItem } from '../mapping/unreadable.ts';
import { orderStatusInWords } from './order-status.ts';
import type { InvoiceOrder } from '../schema/invoice-order.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';
import { sourceStateOf } from './source-state.ts';
import { dayIn } from '../../kit/vendor-time.ts';
import { instantFrom } from '../vendor-time.ts';

/** Makes snapshots of orders that were read, with what is completed from elsewhere in the account. */
export function snapshotsOf(
  settings: TwentyFourSevenOfficeSettings,
  companies: Companies,
  deliveryMethods: DeliveryMethods,
) {
  /** Whether an order in this status is mapped; any other is only told by its status. */
  function isWanted(status: string): boolean {
    return mapped(sourceStateOf(status, settings));
  }

  /**
   * The snapshot of an order that was read in full.
   * @param readAt when, by the vendor's clock
   */
  async function of(
    id: string,
    source: InvoiceOrder,
    readAt: Instant,
    call: CallContext,
  ): Promise<Snapshot> {
    const known = lightOf(id, source, readAt);
    if (!mapped(known.standing)) return known;
    if (source.APIException !== undefined) {
      return { ...known, faults: [unreadableItem('Order', 'it', source.APIException)] };
    }
    const [company, described] = await Promise.all([
      companies.behind(source, call),
      deliveryMethods.describe(source, call),
    ]);
    if (company?.APIException !== undefined) {
      return { ...known, faults: [unreadableItem('Customer', 'it', company.APIException)] };
    }
    const { timeZone } = settings;
    const today = dayIn(readAt, timeZone);
    const result = mapOrder(id, described, company, settings, today);
    return 'faults' in result
      ? { ...known, faults: result.faults }
      : { ...known, order: result.order, hash: orderHash(result.order) };
  }

  /** The snapshot of an order of which only the light properties were read. */
  function lightOf(id: string, source: InvoiceOrder, readAt: Instant): Snapshot {
    return {
      id,
      number: id,
      // A missing time of change can't make the reading older than another one.
      changedAt: instantFrom(source.DateChanged) ?? readAt,
      readAt,
      status: orderStatusInWords(source.OrderStatus),
      standing: sourceStateOf(source.OrderStatus, settings),
      hash: '',
      faults: [],
    };
  }

  return { isWanted, of, lightOf };
}
export type Snapshots = ReturnType<typeof snapshotsOf>;

const mapped = (standing: SourceState): boolean => standing === 'pulled' || standing === 'ours';
