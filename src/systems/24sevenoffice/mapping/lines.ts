import type { OrderLine } from '../../../domain/order.ts';
import type { InvoiceOrder, InvoiceRow } from '../schema/invoice-order.ts';
import type { TwentyFourSevenOfficeSettings } from '../settings.ts';
import { systemName } from '../system-name.ts';
import { extraFieldsOf, wantedFields } from './extra-fields.ts';
import type { MappingProblems } from '../../kit/mapping/mapping-problems.ts';
import { sentQuantity } from '../../kit/mapping/quantity.ts';

/** What the mapping of lines needs of the settings. */
type Settings = Pick<TwentyFourSevenOfficeSettings, 'timeZone'> & {
  readonly orders: Pick<TwentyFourSevenOfficeSettings['orders'], 'extraFields'>;
};

/** Rows that hold text instead of goods. */
const textTypes = new Set(['Text', 'TextBold']);
const wholeNumber = /^\d+$/;

/**
 * The goods of an order, one line for each row that names a product. Text rows are left out, and rows
 * of type Normal without a product are text in disguise. Hidden rows stay: "hidden" means that they
 * aren't printed on the invoice (the parts of a set, a free sample), but they are picked.
 */
export function linesOf(
  order: InvoiceOrder,
  settings: Settings,
  faults: MappingProblems,
): OrderLine[] {
  const wanted = wantedFields(settings.orders.extraFields, 'line');
  const seen = new Set<string>();
  const goods = order.InvoiceRows.filter(holdsGoods);
  if (goods.length === 0) {
    faults.add(
      'Lines',
      `The order has no line with a product (${order.InvoiceRows.length} rows in all).`,
      `Add what is to be sent in ${systemName}, or take the order out of this status.`,
    );
  }
  return goods.flatMap((row, index) => {
    const where = `Line ${index + 1}`;
    const rowNumber = rowNumberOf(row, where, seen, faults);
    const todo = `Correct the quantity in ${systemName}, or delete the line.`;
    const quantity = sentQuantity(row.Quantity, labelOf(row), todo, where, faults);
    checkType(row, where, faults);
    const extra = extraFieldsOf(row, wanted, where, settings.timeZone, faults);
    if (rowNumber === undefined || quantity === undefined || row.ProductId === undefined) return [];
    return [
      {
        rowNumber,
        article: { productCode: row.ProductId },
        label: labelOf(row),
        quantity,
        extra,
      },
    ];
  });
}

/** Rows without a product have no id, or a negative one. */
const holdsGoods = (row: InvoiceRow): boolean =>
  !textTypes.has(row.Type) &&
  row.ProductId !== undefined &&
  wholeNumber.test(row.ProductId) &&
  row.ProductId !== '0';

/** What people call the product, as far as the row says. */
export const labelOf = (row: InvoiceRow): string =>
  [row.ProductNo, row.Name].filter((part) => part !== undefined).join(' ') ||
  `product ${row.ProductId}`;

function rowNumberOf(
  row: InvoiceRow,
  where: string,
  seen: Set<string>,
  faults: MappingProblems,
): string | undefined {
  const id = row.RowId;
  if (id === undefined || !wholeNumber.test(id)) {
    return faults.add(
      where,
      `${labelOf(row)} has no row id in ${systemName}, so that it can't be told from other lines.`,
      `Save the order again in ${systemName}.`,
    );
  }
  if (seen.has(id)) {
    return faults.add(
      where,
      `${labelOf(row)} has the row id ${id}, which another line has, too.`,
      `Delete the line in ${systemName} and add it again.`,
    );
  }
  seen.add(id);
  return id;
}

function checkType(row: InvoiceRow, where: string, faults: MappingProblems): void {
  if (row.Type === 'Normal') return;
  faults.add(
    where,
    `${labelOf(row)} is a row of type "${row.Type}", which isn't known.`,
    `Make it an ordinary row in ${systemName}.`,
  );
}
