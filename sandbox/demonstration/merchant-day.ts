import type { TwentyFourSevenOfficeSandbox } from '../24sevenoffice/24sevenoffice.ts';
import { fractionOf, wholeBetween } from '../chance.ts';
import { moreOfFirstGoods, orderedAgain } from '../merchant-order.ts';
import { badnessOf, noSuchCountry } from '../merchant-side.ts';
import { careForRegistry } from './registry-care.ts';

export interface MerchantDayOptions {
  readonly seed?: number;
  /** How often something happens, in milliseconds. */
  readonly everyMs?: number;
  /** Nothing more happens once the merchant has so many orders. */
  readonly mostOrders: number;
  /** Called after something happened. */
  readonly changed?: () => void;
}

/**
 * A merchant's people at work: new orders, and now and then a change, a cancel or a mistake; a product
 * gets another name, a supplier moves.
 */
export interface MerchantDay {
  /** One thing happens; false where the merchant has enough orders. */
  step(): boolean;
  start(): void;
  stop(): void;
}

const defaultEveryMs = 8_000;
const badShare = 0.08;
const revisionShare = 0.2;
const cancelShare = 0.1;

/**
 * Goes on from whatever orders there are. What happens with the n-th order depends on the seed and n
 * alone. A change or a cancel concerns the newest order, because that one can still be changed.
 */
export function createMerchantDay(
  erp: TwentyFourSevenOfficeSandbox,
  options: MerchantDayOptions,
): MerchantDay {
  const { seed = 1, everyMs = defaultEveryMs, mostOrders, changed = () => undefined } = options;
  let timer: NodeJS.Timeout | undefined;

  function step(): boolean {
    const orders = erp.orders();
    const count = orders.length;
    if (count === 0 || count >= mostOrders) return false;
    const newest = orders.at(-1);
    const happens = (what: string, share: number): boolean => fractionOf(what, seed, count) < share;
    if (newest?.OrderStatus === 'Confirmed') {
      if (happens('cancel', cancelShare)) erp.setStatus(newest.OrderId, 'Inactive');
      else if (happens('revision', revisionShare))
        erp.editOrder(newest.OrderId, { InvoiceRows: moreOfFirstGoods(newest) });
    }
    const isBad = badnessOf(erp);
    const earlier = orders.filter((order) => !isBad(order));
    const like = earlier[wholeBetween(0, earlier.length - 1, 'like', seed, count)];
    if (like === undefined) return false;
    const again = orderedAgain(like);
    const lost = { ...again.Addresses?.Delivery, Country: noSuchCountry };
    erp.addOrder(
      happens('bad', badShare)
        ? { ...again, Addresses: { ...again.Addresses, Delivery: lost } }
        : again,
    );
    careForRegistry(erp, seed, count);
    changed();
    return true;
  }

  return {
    step,
    start() {
      timer ??= setInterval(step, everyMs).unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
