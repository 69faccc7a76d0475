import { Refusal } from '../refusal.ts';
import { isTime } from './moment.ts';

/** What a parameter may be; `!` marks those that must be there; `texts` may be repeated. */
export type Parameter =
  'text' | 'text!' | 'texts' | 'whole' | 'whole!' | 'time' | 'flag' | 'not simulated';

export type QueryTable = Readonly<Record<string, Parameter>>;

/** A query string that has passed its table. */
export interface Query {
  text(name: string): string | undefined;
  /** The values of a repeated key. One value with commas in it stays one value, and matches nothing. */
  texts(name: string): ReadonlySet<string> | undefined;
  whole(name: string): number | undefined;
  /** Epoch milliseconds. */
  time(name: string): number | undefined;
  flag(name: string): boolean | undefined;
}

/**
 * Reads a query string by its table. Unknown parameters are refused where `strict`, because the
 * vendor ignores a misspelt filter and answers with everything; here that is to be seen at once.
 */
export function readQuery(search: URLSearchParams, table: QueryTable, strict: boolean): Query {
  const complaints: string[] = [];
  for (const name of new Set(search.keys())) {
    const parameter = Object.hasOwn(table, name) ? table[name] : undefined;
    if (parameter === undefined) {
      if (strict) complaints.push(`${name} is not a known parameter.`);
    } else complaints.push(...complaintsAbout(name, search.getAll(name), parameter));
  }
  for (const [name, parameter] of Object.entries(table)) {
    if (parameter.endsWith('!') && !search.has(name)) complaints.push(`${name} is required.`);
  }
  if (complaints.length > 0) throw new Refusal(400, complaints.join('<br/>'));
  const first = (name: string): string | undefined => search.get(name) ?? undefined;
  return {
    text: first,
    texts: (name) => (search.has(name) ? new Set(search.getAll(name)) : undefined),
    whole: (name) => mapped(first(name), Number),
    time: (name) => mapped(first(name), Date.parse),
    flag: (name) => mapped(first(name), (value) => value.toLowerCase() === 'true'),
  };
}

function mapped<Value>(
  value: string | undefined,
  read: (value: string) => Value,
): Value | undefined {
  return value === undefined ? undefined : read(value);
}

function complaintsAbout(name: string, values: readonly string[], parameter: Parameter): string[] {
  if (parameter === 'texts') return [];
  if (parameter === 'not simulated') return [`The sandbox doesn't simulate the filter ${name}.`];
  if (values.length > 1) return [`${name} can't be repeated.`];
  const [value = ''] = values;
  switch (parameter) {
    case 'whole':
    case 'whole!':
      return /^-?\d{1,9}$/.test(value) ? [] : [`${name} must be an integer.`];
    case 'time':
      return isTime(value) ? [] : [`${name} must be a time with an offset.`];
    case 'flag':
      return /^(true|false)$/i.test(value) ? [] : [`${name} must be true or false.`];
    case 'text':
      return [];
    case 'text!':
      return value === '' ? [`${name} is required.`] : [];
  }
}
