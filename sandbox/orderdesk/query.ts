import type { Desk } from './desk.ts';
import { Refusal } from './refusal.ts';
import { readVendorTime } from './wire.ts';

/** What a parameter may be; `not simulated` ones are the vendor's but always refused here. */
export type Parameter = 'text' | 'whole' | 'time' | 'flag' | 'direction' | 'not simulated';
export type QueryTable = Readonly<Record<string, Parameter>>;

/** A query string that has passed its table. */
export interface Query {
  text(name: string): string | undefined;
  /** A comma-joined list. */
  texts(name: string): ReadonlySet<string> | undefined;
  whole(name: string): number | undefined;
  /** Epoch milliseconds. */
  time(name: string): number | undefined;
  flag(name: string): boolean;
}

export const noQuery: QueryTable = {};

/**
 * Reads a query string by its table. Unknown parameters are refused where the store is strict: the
 * vendor ignores a misspelt filter and answers with everything; here that is to be seen at once.
 */
export function readQuery(desk: Desk, search: URLSearchParams, table: QueryTable): Query {
  const zone = desk.options.filterZone === 'UTC' ? 'utc' : desk.options.timeZone;
  for (const name of new Set(search.keys())) {
    const parameter = Object.hasOwn(table, name) ? table[name] : undefined;
    const complaint =
      parameter === undefined
        ? desk.options.strictQuery && `${name} is not a known parameter`
        : complaintAbout(search.getAll(name), parameter, zone);
    if (typeof complaint === 'string')
      throw new Refusal(400, `Invalid Request: ${complaint.replace('%', name)}`);
  }
  const text = (name: string): string | undefined => search.get(name) || undefined;
  return {
    text,
    texts(name) {
      const joined = text(name);
      return joined === undefined ? undefined : new Set(joined.split(',').map((one) => one.trim()));
    },
    whole(name) {
      const digits = text(name);
      return digits === undefined ? undefined : Number(digits);
    },
    time: (name) => readVendorTime(text(name) ?? '', zone),
    flag: (name) => ['1', 'true'].includes(text(name) ?? ''),
  };
}

/** A complaint with `%` for the parameter's name; undefined where nothing is wrong. */
function complaintAbout(
  values: readonly string[],
  parameter: Parameter,
  zone: string,
): string | undefined {
  if (parameter === 'not simulated') return 'the sandbox does not simulate the filter %';
  if (values.length > 1) return '% comes twice';
  const [value = ''] = values;
  switch (parameter) {
    case 'text':
      return undefined;
    case 'whole':
      return /^\d{1,9}$/.test(value) ? undefined : '% must be a whole number';
    case 'flag':
      return /^(0|1|true|false)$/.test(value) ? undefined : '% must be 1 or true';
    case 'direction':
      return /^(ASC|DESC)$/i.test(value) ? undefined : '% must be ASC or DESC';
    case 'time':
      return readVendorTime(value, zone) === undefined
        ? '% must have the form YYYY-MM-DD HH:MM:SS'
        : undefined;
  }
}
