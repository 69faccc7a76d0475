import type { apiException } from '../../../src/systems/24sevenoffice/contract/api-exception.ts';
import type { Kept } from '../../../src/systems/24sevenoffice/contract/values.ts';

/** One item of several is refused; the vendor says so within an answer that is otherwise good. */
export class ItemException extends Error {
  override readonly name = 'ItemException';
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export const databaseException = (message: string): ItemException =>
  new ItemException('Office24Seven.Library.Data.DataBaseServerException', message);

export const parameterException = (message: string): ItemException =>
  new ItemException('Office24Seven.Library.Core.ParameterNotFoundException', message);

/** The exception in the contract's words, with a trace of the vendor's insides as the real one has. */
export const exceptionMembers = (exception: ItemException): Kept<typeof apiException> => ({
  Type: exception.type,
  Message: exception.message,
  StackTrace:
    '   at Office24Seven.Library.Economy.InvoiceOrder.Save(InvoiceOrder order) in d:\\build\\order.cs:line 214',
});
