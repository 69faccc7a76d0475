/** How a vendor writes values of one kind: `read` gives undefined for what isn't one. */
export interface Kind<Value> {
  readonly read: (values: readonly string[]) => Value | undefined;
  /** What a value must be, for the refusal: `an integer`. */
  readonly wants: string;
  /** The key may stand several times. */
  readonly repeats?: boolean;
}

export const one = <Value>(
  wants: string,
  read: (value: string) => Value | undefined,
): Kind<Value> => ({ wants, read: ([value = '']) => read(value) });

/** A pattern's own text, turned into a value. */
export const matching = <Value>(wants: string, form: RegExp, read: (text: string) => Value) =>
  one(wants, (value) => (form.test(value) ? read(value) : undefined));

type Kinds = Readonly<Record<string, Kind<unknown>>>;
type Table = Readonly<Record<string, string>>;
type KindOf<Name extends string> = Name extends `${infer Kind}!` ? Kind : Name;

/** The values of a query string that fits its table. */
export type QueryOf<Parameters extends Table, Of extends Kinds> = {
  readonly [Name in keyof Parameters]?: Of[KindOf<Parameters[Name]>] extends Kind<infer Value>
    ? Value
    : never;
};

/** What each parameter means for the records of a list; one that isn't here isn't simulated. */
export type Filters<Query, Item> = {
  readonly [Name in keyof Query]?: (item: Item, value: NonNullable<Query[Name]>) => boolean;
};

/** For a parameter that is no filter. */
export const anything = (): boolean => true;

export interface QueryRules<Of extends Kinds> {
  readonly kinds: Of;
  /**
   * Unknown parameters are refused: the vendor ignores a misspelt filter and answers with everything;
   * here that is to be seen at once.
   */
  readonly strict: boolean;
}

/**
 * Reads a query string by its table, in which `!` marks the parameters that must be there. What is wrong
 * is in `complaints`.
 */
export function readQuery<const Parameters extends Table, Of extends Kinds>(
  search: URLSearchParams,
  table: Parameters,
  { kinds, strict }: QueryRules<Of>,
  filters?: Filters<QueryOf<Parameters, Of>, never>,
): { readonly query: QueryOf<Parameters, Of>; readonly complaints: readonly string[] } {
  const complaints: string[] = [];
  const query: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const kind = Object.hasOwn(table, name)
      ? kinds[table[name]?.replace('!', '') ?? '']
      : undefined;
    const values = search.getAll(name);
    if (kind === undefined) {
      if (strict) complaints.push(`${name} is not a known parameter.`);
    } else if (filters !== undefined && !Object.hasOwn(filters, name))
      complaints.push(`The sandbox doesn't simulate the filter ${name}.`);
    else if (values.length > 1 && kind.repeats !== true)
      complaints.push(`${name} can't be repeated.`);
    else {
      query[name] = kind.read(values);
      if (query[name] === undefined) complaints.push(`${name} must be ${kind.wants}.`);
    }
  }
  for (const [name, kind] of Object.entries(table)) {
    if (kind.endsWith('!') && !search.get(name)) complaints.push(`${name} is required.`);
  }
  return { query: query as QueryOf<Parameters, Of>, complaints };
}

/** Whether a record passes every filter of a query. */
export function filterOf<Query extends object, Item>(
  filters: Filters<Query, Item>,
  query: Query,
): (item: Item) => boolean {
  const asked = Object.entries(query).flatMap(([name, value]) => {
    const filter = filters[name as keyof Query] as (item: Item, value: unknown) => boolean;
    return value === undefined ? [] : [(item: Item) => filter(item, value)];
  });
  return (item) => asked.every((passes) => passes(item));
}
