import { compareDecimals, isDecimalText, normalDecimal } from '../../../domain/decimal.ts';
import type { MappingProblems } from './mapping-problems.ts';

/**
 * How many of something are to be sent, more than 0; a problem where that isn't said.
 * @param label what people call it
 * @param todo how it is corrected
 */
export function sentQuantity(
  quantity: string | undefined,
  label: string,
  todo: string,
  where: string,
  problems: MappingProblems,
): string | undefined {
  if (quantity === undefined) return problems.add(where, `${label} has no quantity.`, todo);
  if (!isDecimalText(quantity)) {
    return problems.add(where, `The quantity of ${label} is "${quantity}".`, todo);
  }
  const normal = normalDecimal(quantity);
  if (compareDecimals(quantity, '0') > 0) return normal;
  const problem = `The quantity of ${label} is ${normal}; only more than 0 can be sent.`;
  return problems.add(where, problem, todo);
}
