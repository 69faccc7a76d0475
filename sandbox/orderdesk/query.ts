import { operations } from '../../src/systems/orderdesk/contract/operations.ts';
import type { Parameter } from '../../src/systems/orderdesk/contract/queries.ts';
import type { Filters, Kind, QueryOf } from '../rest/query.ts';
import { matching, one, readQuery } from '../rest/query.ts';
import { Refusal } from '../rest/refusal.ts';
import type { SandboxRequest } from '../vendor.ts';
import type { Desk } from './desk.ts';
import { readVendorTime } from './wire.ts';

const kindsIn = (zone: string) =>
  ({
    text: one('text', (value) => value),
    texts: one('text', (value) => new Set(value.split(',').map((each) => each.trim()))),
    integer: matching('a whole number', /^\d{1,9}$/, Number),
    time: one('of the form YYYY-MM-DD HH:MM:SS', (value) => readVendorTime(value, zone)),
    flag: matching('1 or true', /^(0|1|true|false)$/, (value) => /^(1|true)$/.test(value)),
    direction: matching('ASC or DESC', /^(ASC|DESC)$/i, (value) => value.toUpperCase()),
  }) satisfies Readonly<Record<Parameter, Kind<unknown>>>;

type WithQuery = 'GET /orders' | 'GET /inventory-items';

/** The query parameters of an operation, as values. Times are epoch milliseconds. */
export type OrderDeskQuery<Operation extends WithQuery> = QueryOf<
  (typeof operations)[Operation]['query'],
  ReturnType<typeof kindsIn>
>;

/** The query of a request after everything that a contract can refuse has been refused. */
export function acceptedQuery<Operation extends WithQuery>(
  desk: Desk,
  operation: Operation,
  request: SandboxRequest,
  filters?: Filters<OrderDeskQuery<Operation>, never>,
): OrderDeskQuery<Operation> {
  const { strictQuery: strict, filterZone, timeZone } = desk.options;
  const kinds = kindsIn(filterZone === 'UTC' ? 'utc' : timeZone);
  const table: (typeof operations)[Operation]['query'] = operations[operation].query;
  // A parameter that is there and blank counts as absent, once it was found to be one of the vendor's.
  const { query, complaints } = readQuery(request.query, table, { kinds, strict }, filters);
  refuse(complaints);
  const blank = [...request.query].flatMap(([name, value]) => (value === '' ? [name] : []));
  return { ...query, ...Object.fromEntries(blank.map((name) => [name, undefined])) };
}

/** Refuses every parameter of an operation that has none, where the store is strict. */
export function refuseQuery({ options: { strictQuery: strict } }: Desk, request: SandboxRequest) {
  refuse(readQuery(request.query, {}, { kinds: {}, strict }).complaints);
}

function refuse([complaint]: readonly string[]): void {
  if (complaint !== undefined)
    throw new Refusal(400, `Invalid Request: ${complaint.replace(/\.$/, '')}`);
}
