import { field, Refusal } from '../../kit/settings/field.ts';
import { hint } from '../../kit/settings/hint.ts';
import { type OrderStatus, orderStatuses } from '../contract/order-status.ts';
import { orderStatusFromText } from '../orders/order-status.ts';

const prefix = 'OrderState_';
const writtenStatuses = orderStatuses.map((status) => status.replace(prefix, ''));

/** An order status of 24SevenOffice: as its contract spells it, or as people do (`Sent`). */
export function orderStatus(description: string) {
  return field({ description, type: '24SevenOffice status' }, (raw): OrderStatus | Refusal => {
    const status = orderStatusFromText(raw.trim());
    if (status !== undefined) return status;
    const written = raw.trim().replace(prefix, '');
    return new Refusal(
      `is not an order status of 24SevenOffice; ${hint(written, writtenStatuses)}`,
    );
  });
}
