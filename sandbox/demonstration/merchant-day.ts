import type { TwentyFourSevenOfficeSandbox } from '../24sevenoffice/24sevenoffice.ts';
import { chosenBy, happens } from '../chance.ts';
import { moreOfFirstGoods, orderedAgain } from '../merchant-order.ts';
import { noSuchCountry } from '../facts.ts';
import { badnessOf } from '../merchant-side.ts';
import { careForRegistry } from './registry-care.ts';
import { type Shift, shiftOf, type ShiftOptions } from './shift.ts';

const badShare = 0.08;
const revisionShare = 0.2;
const cancelShare = 0.1;

/**
 * A merchant's people at work: new orders, and now and then a change, a cancel or a mistake; a product
 * gets another name, a supplier moves. Goes on from whatever orders there are until there are enough.
 * What happens with the n-th order depends on the seed and n alone. A change or a cancel concerns the
 * newest order, because that one can still be changed.
 */
export function createMerchantDay(
  erp: TwentyFourSevenOfficeSandbox,
  options: ShiftOptions & { readonly mostOrders: number },
): Shift<boolean> {
  const { seed = 1, everyMs = 8_000, mostOrders, changed } = options;

  function work(): boolean {
    const orders = erp.orders();
    const count = orders.length;
    if (count === 0 || count >= mostOrders) return false;
    const newest = orders.at(-1);
    if (newest?.OrderStatus === 'Confirmed') {
      if (happens(cancelShare, 'cancel', seed, count)) erp.setStatus(newest.OrderId, 'Inactive');
      else if (happens(revisionShare, 'revision', seed, count))
        erp.editOrder(newest.OrderId, { InvoiceRows: moreOfFirstGoods(newest) });
    }
    const isBad = badnessOf(erp);
    const like = chosenBy(
      orders.filter((order) => !isBad(order)),
      'like',
      seed,
      count,
    );
    if (like === undefined) return false;
    const again = orderedAgain(like);
    const lost = { ...again.Addresses?.Delivery, Country: noSuchCountry };
    erp.addOrder(
      happens(badShare, 'bad', seed, count)
        ? { ...again, Addresses: { ...again.Addresses, Delivery: lost } }
        : again,
    );
    careForRegistry(erp, seed, count);
    return true;
  }

  return shiftOf(work, everyMs, changed);
}
