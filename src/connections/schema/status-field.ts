import type { StatusName } from '../../systems/ongoing/settings.ts';
import { statusNames } from '../../systems/ongoing/settings.ts';
import type { OrderStatus } from '../../systems/24sevenoffice/settings.ts';
import { orderStatusFromText, orderStatuses } from '../../systems/24sevenoffice/settings.ts';
import { field, Refusal } from '../../systems/kit/settings/field.ts';
import { parsedNumber } from '../../systems/kit/settings/number.ts';
import { hint } from '../../systems/kit/settings/hint.ts';

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

/**
 * From which warehouse status an order counts as shipped: a name, or a number of this warehouse.
 * @param others further words
 */
export function reportStatus<const Word extends string = never>(
  description: string,
  others: readonly Word[] = [],
) {
  const words = [...statusNames, ...others];
  const type = 'name from `warehouse.statuses`, or a number';
  return field({ description, type }, (raw): StatusName | Word | number | Refusal => {
    const written = raw.trim();
    if (/^\d/.test(written)) return parsedNumber(written);
    const word = words.find((candidate) => candidate === written);
    return word ?? new Refusal(`is not a name of warehouse.statuses; ${hint(written, words)}`);
  });
}
