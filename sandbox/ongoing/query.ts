import { operations } from '../../src/systems/ongoing/contract/operations.ts';
import type { Parameter, QueryTable } from '../../src/systems/ongoing/contract/queries.ts';
import type { Filters, Kind, QueryOf } from '../rest/query.ts';
import { matching, one, readQuery } from '../rest/query.ts';
import { Refusal } from '../rest/refusal.ts';
import type { SandboxRequest } from '../vendor.ts';
import type { Desk } from './desk.ts';
import { isTime } from './moment.ts';

/** Of a key that is repeated. One value with commas in it stays one value, and matches nothing. */
const set = (values: readonly string[]): ReadonlySet<string> => new Set(values);

const kinds = {
  text: one('text', (value) => value),
  texts: { wants: 'text', repeats: true, read: set },
  integer: matching('an integer', /^-?\d{1,9}$/, Number),
  integers: { wants: 'integers', repeats: true, read: set },
  time: one('a time with an offset', (value) => (isTime(value) ? Date.parse(value) : undefined)),
  boolean: matching('true or false', /^(true|false)$/i, (value) => value.toLowerCase() === 'true'),
} satisfies Readonly<Record<Parameter, Kind<unknown>>>;

type Tables = {
  readonly [Name in keyof typeof operations]: (typeof operations)[Name] extends {
    readonly query: infer Table extends Readonly<Record<string, string>>;
  }
    ? Table
    : QueryTable;
};

/** The query parameters of an operation, as values. Times are epoch milliseconds. */
export type OngoingQuery<Operation extends keyof Tables> = QueryOf<Tables[Operation], typeof kinds>;

/** The query of a request after everything that a contract can refuse has been refused. */
export function acceptedQuery<Operation extends keyof Tables>(
  desk: Desk,
  operation: Operation,
  request: SandboxRequest,
  filters?: Filters<OngoingQuery<Operation>, never>,
): OngoingQuery<Operation> {
  const table = (
    'query' in operations[operation] ? operations[operation].query : {}
  ) as Tables[Operation];
  const strict = desk.options.strictQuery;
  const { query, complaints } = readQuery(request.query, table, { kinds, strict }, filters);
  if (complaints.length > 0) throw new Refusal(400, complaints.join('<br/>'));
  return query;
}
