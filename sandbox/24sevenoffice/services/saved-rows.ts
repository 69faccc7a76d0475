import type { Book } from '../book/book.ts';
import { nextId } from '../book/book.ts';
import type { InvoiceRow } from '../book/records.ts';
import { rowSchema } from '../book/records.ts';
import type { Members } from '../value.ts';
import { isMembers, itemsOf, textOf } from '../value.ts';
import { databaseException, parameterException } from './item-exception.ts';

/** The rows of an item, as given. */
export const rowsIn = (item: Members): readonly Members[] =>
  itemsOf(item, 'InvoiceRows').filter(isMembers);

/** What to do with a row; on an existing order the vendor insists on being told. */
export const changeStateOf = (row: Members): string => textOf(row, 'ChangeState') ?? 'None';

function added(book: Book, row: Members): InvoiceRow {
  const { ChangeState, ProductNo, ...members } = row;
  void ChangeState;
  void ProductNo;
  const product = textOf(row, 'ProductId');
  if ((textOf(row, 'Type') ?? 'Normal') === 'Normal') {
    if (product === undefined) throw parameterException('ProductId is required for a normal row.');
    if (!book.products.has(product)) {
      throw databaseException(`Product ${product} does not exist.`);
    }
  }
  return rowSchema.parse({ ...members, RowId: nextId(book, 'row') });
}

/**
 * The rows of an order after a save. Rows that aren't told of stay. Throws an ItemException.
 * @param existing the order's rows; empty for a new order, whose rows need no ChangeState
 */
export function savedRows(
  book: Book,
  existing: readonly InvoiceRow[],
  given: readonly Members[],
): InvoiceRow[] {
  const rows = [...existing];
  for (const row of given) {
    const change = changeStateOf(row);
    if (change === 'Add' || change === 'None') {
      rows.push(added(book, row));
      continue;
    }
    const position = rows.findIndex(({ RowId }) => RowId === textOf(row, 'RowId'));
    const current = rows[position];
    if (current === undefined) {
      throw databaseException(`Row ${textOf(row, 'RowId') ?? '(none)'} does not exist.`);
    }
    if (change === 'Delete') rows.splice(position, 1);
    else {
      const { ChangeState, ProductNo, ...members } = row;
      void ChangeState;
      void ProductNo;
      rows[position] = rowSchema.parse({ ...current, ...members });
    }
  }
  return rows;
}
