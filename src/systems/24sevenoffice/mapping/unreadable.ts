import type { MappingProblem } from '../../../domain/mapping-problem.ts';
import { asSentence } from '../../kit/words/vendor-words.ts';
import { vendorWords } from '../errors/fault-text.ts';
import type { ApiException } from '../schema/api-exception.ts';
import { systemName } from '../system-name.ts';

/**
 * What is wrong with an item that came back with an exception in place of its data.
 * @param field what it is about, as people know it: `Customer`
 * @param what how a sentence names it: `it`, `product 4711`
 */
export const unreadableItem = (
  field: string,
  what: string,
  { Message, Type }: ApiException,
): MappingProblem => ({
  field,
  problem: `${systemName} can’t read ${what}: ${asSentence(vendorWords(Message ?? Type ?? 'no reason given'))}`,
  todo: `Open it in ${systemName} and correct what is wrong there.`,
});
