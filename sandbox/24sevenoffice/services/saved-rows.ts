import type { Kept } from '../../../src/systems/24sevenoffice/contract/values.ts';
import type { invoiceRow } from '../../../src/systems/24sevenoffice/contract/invoice-order.ts';
import type { Book } from '../book/book.ts';
import { nextId } from '../book/book.ts';
import type { InvoiceRow } from '../book/records.ts';
import { databaseException, parameterException } from './item-exception.ts';

/** A row as it is saved: on an existing order the vendor insists on being told what to do with it. */
export type SavedRow = Kept<typeof invoiceRow>;

/** What a save sets of a row: its number is the product's. */
function settable(row: SavedRow): SavedRow {
  const members = { ...row };
  delete members.ChangeState;
  delete members.ProductNo;
  return members;
}

function added(book: Book, row: SavedRow): InvoiceRow {
  const { Type = 'Normal', ProductId } = row;
  if (Type === 'Normal') {
    if (ProductId === undefined)
      throw parameterException('ProductId is required for a normal row.');
    if (!book.products.has(ProductId)) {
      throw databaseException(`Product ${ProductId} does not exist.`);
    }
  }
  return { ...settable(row), RowId: nextId(book, 'row') };
}

/**
 * The rows of an order after a save. Rows that aren't told of stay. Throws an ItemException.
 * @param existing the order's rows; empty for a new order, whose rows need no ChangeState
 */
export function savedRows(
  book: Book,
  existing: readonly InvoiceRow[],
  given: readonly SavedRow[] = [],
): InvoiceRow[] {
  const rows = [...existing];
  for (const row of given) {
    const { ChangeState: change = 'None' } = row;
    if (change === 'Add' || change === 'None') {
      rows.push(added(book, row));
      continue;
    }
    const position = rows.findIndex(({ RowId }) => RowId === row.RowId);
    const current = rows[position];
    if (current === undefined) {
      throw databaseException(`Row ${row.RowId ?? '(none)'} does not exist.`);
    }
    if (change === 'Delete') rows.splice(position, 1);
    else rows[position] = { ...current, ...settable(row), RowId: current.RowId };
  }
  return rows;
}
