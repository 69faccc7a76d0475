import { isDecimalText, multiplyDecimals, normalDecimal } from '../../../domain/decimal.ts';
import type { OrderLine, Price } from '../../../domain/order.ts';
import type { StoreItem, StoreOrder } from '../schema/order.ts';
import type { OrderDeskSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';
import { componentsOf } from './code-match.ts';
import type { MappingProblems } from '../../kit/mapping/mapping-problems.ts';
import { sentQuantity } from '../../kit/mapping/quantity.ts';
import { namedField } from './named-field.ts';

/** What the mapping of lines needs of the settings. */
export type LineSettings = Pick<OrderDeskSettings, 'defaultCurrency'> & {
  readonly products: Pick<
    OrderDeskSettings['products'],
    'codeMatch' | 'codeSkip' | 'inventoryLocations'
  >;
};

/**
 * Where an item is kept, by its code: the location of its inventory item, `''` where that names none,
 * undefined where there is no such inventory item.
 */
export type LocationOf = (code: string) => string | undefined;

/** Items that nobody sends: the warehouse sees them and doesn't pick them. */
const notShipped = new Set(['noship', 'download']);

/**
 * What of an order is for this warehouse, one line for each item and article. Empty, without a fault,
 * where the settings leave all of its items to somebody else.
 */
export function linesOf(
  order: StoreOrder,
  settings: LineSettings,
  locationOf: LocationOf,
  faults: MappingProblems,
): OrderLine[] {
  if (order.order_items.length === 0) {
    faults.add(
      'Lines',
      'The order has no items.',
      `Add what is to be sent in ${systemName}, or move the order to another folder.`,
    );
  }
  const seen = new Set<string>();
  const currency = namedField('currency', [order.order_metadata]) ?? settings.defaultCurrency;
  return order.order_items.flatMap((item, index) => {
    const where = `Line ${index + 1}`;
    if (item.code === undefined) {
      // Gift wrapping and the like: nothing that a warehouse could know.
      if (isVirtual(item)) return [];
      faults.add(
        where,
        `${labelOf(item)} has no code.`,
        `Give the item the article's number as its code in ${systemName}.`,
      );
      return [];
    }
    const isHere =
      !isSkipped(item.code, settings) && isAtLocation(item, where, settings, locationOf, faults);
    return isHere ? linesOfItem(item, item.code, where, settings, currency, seen, faults) : [];
  });
}

const isSkipped = (code: string, { products }: LineSettings): boolean =>
  products.codeSkip.some((skipped) => skipped.trim() === code);

function isAtLocation(
  item: StoreItem,
  where: string,
  { products }: LineSettings,
  locationOf: LocationOf,
  faults: MappingProblems,
): boolean {
  if (products.inventoryLocations.length === 0) return true;
  const code = item.code ?? '';
  const location = namedField('location', [item.metadata]) ?? locationOf(code);
  if (location === undefined) {
    faults.add(
      where,
      `${labelOf(item)} is no inventory item in ${systemName}, so that its location isn't known.`,
      `Make an inventory item with this code in ${systemName}, or empty orders.products.inventoryLocations.`,
    );
    return false;
  }
  return products.inventoryLocations.some(
    (wanted) => wanted.trim().toLowerCase() === location.trim().toLowerCase(),
  );
}

function linesOfItem(
  item: StoreItem,
  code: string,
  where: string,
  settings: LineSettings,
  currency: string | undefined,
  seen: Set<string>,
  faults: MappingProblems,
): OrderLine[] {
  const id = idOf(item, where, seen, faults);
  const todo = `Correct the quantity in ${systemName}, or delete the item.`;
  const quantity = sentQuantity(item.quantity, labelOf(item), todo, where, faults);
  const price = priceOf(item, currency, where, faults);
  const serialNumber = namedField('SerialNumber', [item.metadata, item.variation_list]);
  const virtual = isVirtual(item);
  if (id === undefined || quantity === undefined) return [];
  const components = componentsOf(code, settings.products.codeMatch);
  return components.map(({ articleNumber, times }, index) => ({
    rowNumber: components.length > 1 ? `${id}-${index + 1}` : id,
    article: { articleNumber },
    label: labelOf(item),
    quantity: normalDecimal(multiplyDecimals(quantity, String(times))),
    shouldBePicked: virtual ? false : undefined,
    serialNumber,
    // The price is the bundle's: none of its parts has it.
    price: components.length > 1 ? undefined : price,
  }));
}

/** What people call the item, as far as the order says. */
const labelOf = (item: StoreItem): string =>
  [item.code, item.name].filter((part) => part !== undefined).join(' ') || `item ${item.id ?? ''}`;

/** The item's own word counts, also when it says that a virtual item is to be picked. */
function isVirtual(item: StoreItem): boolean {
  const said = namedField('NotPicked', [item.metadata, item.variation_list]);
  if (said !== undefined) return /^(1|true|yes)$/i.test(said);
  return notShipped.has(item.delivery_type?.toLowerCase() ?? '');
}

function idOf(
  item: StoreItem,
  where: string,
  seen: Set<string>,
  faults: MappingProblems,
): string | undefined {
  const { id } = item;
  if (id === undefined || seen.has(id)) {
    const problem =
      id === undefined ? 'has no id' : `has the id ${id}, which another item has, too`;
    return faults.add(
      where,
      `${labelOf(item)} ${problem}.`,
      `Delete the item in ${systemName} and add it again.`,
    );
  }
  seen.add(id);
  return id;
}

function priceOf(
  item: StoreItem,
  currency: string | undefined,
  where: string,
  faults: MappingProblems,
): Price | undefined {
  const { price } = item;
  if (price === undefined) return undefined;
  if (isDecimalText(price)) {
    return { amount: normalDecimal(price), currency: currency?.toUpperCase() };
  }
  return faults.add(
    where,
    `The price of ${labelOf(item)} is "${price}", which is no number.`,
    `Correct the price in ${systemName}.`,
  );
}
