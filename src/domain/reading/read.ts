/**
 * Reads a stored value as what it should be, without the members that aren't known.
 * @throws Unreadable
 */
export type Read<Value> = (value: unknown, at?: string) => Value;

/** How each member of an object is read. */
export type Members<Value> = { readonly [Name in keyof Value]-?: Read<Value[Name]> };

/** Something that was stored isn't what it should be. Names the place, never the value. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(at: string, expected: string) {
    super(`What was stored can’t be read: ${at} isn’t ${expected}.`);
  }
}

export const text: Read<string> = (value, at = 'it') => {
  if (typeof value !== 'string') throw new Unreadable(at, 'a text');
  return value;
};

export const number: Read<number> = (value, at = 'it') => {
  if (typeof value !== 'number') throw new Unreadable(at, 'a number');
  return value;
};

export const flag: Read<boolean> = (value, at = 'it') => {
  if (typeof value !== 'boolean') throw new Unreadable(at, 'true or false');
  return value;
};

/** Something that its own reader understands, left as it is. */
export const anything: Read<unknown> = (value) => value;

/** One of these words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Read<Word> {
  return (value, at = 'it') => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw new Unreadable(at, `one of ${words.join(', ')}`);
    return found;
  };
}

export function maybe<Value>(read: Read<Value>): Read<Value | undefined> {
  return (value, at) => (value === undefined ? undefined : read(value, at));
}

/** A value that an earlier version may not have written yet. */
export function or<Value>(read: Read<Value>, absent: Value): Read<Value> {
  return (value, at) => (value === undefined ? absent : read(value, at));
}

export function orNull<Value>(read: Read<Value>): Read<Value | null> {
  return (value, at) => (value === null ? null : read(value, at));
}

export function list<Value>(read: Read<Value>): Read<Value[]> {
  return (value, at = 'it') => {
    if (!Array.isArray(value)) throw new Unreadable(at, 'a list');
    return value.map((entry, index) => read(entry, `${at}[${index}]`));
  };
}

/** Two values, as a list of two. */
export function pair<First, Second>(
  first: Read<First>,
  second: Read<Second>,
): Read<readonly [First, Second]> {
  const both = list(anything);
  return (value, at) => {
    const [a, b] = both(value, at);
    return [first(a, at), second(b, at)];
  };
}

/** A table from text to values. */
export function table<Value>(read: Read<Value>): Read<Record<string, Value>> {
  return (value, at = 'it') =>
    Object.fromEntries(
      Object.entries(object(value, at)).map(([name, entry]) => [
        name,
        read(entry, `${at}.${name}`),
      ]),
    );
}

export function members<Value extends object>(of: Members<Value>): Read<Value> {
  return (value, at) => membersOf(of, object(value, at), at) as Value;
}

/** One of several shapes, told apart by `kind`. */
export function kinds<Value extends { readonly kind: string }>(of: {
  readonly [Kind in Value['kind']]: Members<Omit<Extract<Value, { kind: Kind }>, 'kind'>>;
}): Read<Value> {
  const kindOf = oneOf(...(Object.keys(of) as Value['kind'][]));
  return (value, at) => {
    const stored = object(value, at);
    const kind = kindOf(stored['kind'], `${at ?? 'it'}.kind`);
    return { kind, ...membersOf(of[kind], stored, at) } as Value;
  };
}

type Stored = Readonly<Record<string, unknown>>;

function object(value: unknown, at = 'it'): Stored {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Unreadable(at, 'an object');
  }
  return value as Stored;
}

function membersOf(of: Readonly<Record<string, Read<unknown>>>, stored: Stored, at = ''): object {
  const result: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(of)) {
    const value = read(stored[name], at === '' ? name : `${at}.${name}`);
    if (value !== undefined) result[name] = value;
  }
  return result;
}
