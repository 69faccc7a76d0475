import type { MappingProblem } from '../mapping-problem.ts';
import type { Order } from '../order.ts';
import type { Snapshot } from '../snapshot.ts';
import { list, maybe, members, oneOf, text } from './read.ts';
import { order, reference } from './read-order.ts';

export const problems = list(members<MappingProblem>({ field: text, problem: text, todo: text }));

export const readSnapshot = members<Snapshot>({
  ...reference,
  changedAt: text,
  readAt: text,
  status: text,
  standing: oneOf('pulled', 'ours', 'cancelled', 'elsewhere'),
  hash: text,
  order: maybe(members<Order>(order)),
  faults: problems,
});
