import {
  type Enumeration,
  type ItemType,
  type List,
  type Member,
  type Members,
  notSet,
  type Sequence,
  type SimpleName,
  type Type,
} from './description.ts';

/** An optional member without a default. */
export const part = <Of extends Type>(type: Of) =>
  ({ type, required: false, nillable: false, default: undefined }) as const;

/** An optional member that means its default where it is absent. */
export const withDefault = <Of extends Type, const Default extends string>(
  type: Of,
  value: Default,
) => ({ ...part(type), default: value }) as const;

/** The member must be there; such a member has no default. */
export const required = <Of extends Type, Nillable extends boolean>({
  type,
  nillable,
}: Member<Of, boolean, Nillable>) =>
  ({ type, required: true, nillable, default: undefined }) as const;

const simple = <Name extends SimpleName>(name: Name) => ({ kind: 'simple', name }) as const;
const settable = <Name extends SimpleName>(name: Name) =>
  ({ ...part(simple(name)), default: notSet[name] }) as const;

/** Optional members whose default is the vendor's "not set" of their type. */
export const int = settable('int');
export const short = settable('short');
export const long = settable('long');
export const decimal = settable('decimal');
export const dateTime = settable('dateTime');
export const guid = settable('guid');
export const text = settable('string');

/** An optional string without a default: an empty one is written as an empty element. */
export const string = part(simple('string'));
/** An optional yes or no without a default. */
export const boolean = part(simple('boolean'));
/** A yes or no that is no unless it is said. */
export const flag = withDefault(simple('boolean'), 'false');
/** A yes or no that may be unknown. */
export const maybe = { ...boolean, nillable: true } as const;

/** A type of members in this order. */
export const sequence = <const Name extends string, const Inside extends Members>(
  name: Name,
  members: Inside,
): Sequence<Name, Inside> => ({ kind: 'sequence', name, members });

/** A type of which these are all values, in the contract's spelling. */
export const enumeration = <const Name extends string, const Value extends string>(
  name: Name,
  values: readonly Value[],
): Enumeration<Name, Value> => ({ kind: 'enumeration', name, values });

/** The array type of a type: `ArrayOfInt` of `int`. */
export const listOf = <Item extends ItemType>(item: Item): List<Item> => ({
  kind: 'list',
  name: `ArrayOf${item.name.charAt(0).toUpperCase()}${item.name.slice(1)}`,
  item,
});

/** Optional arrays of simple values. */
export const ints = part(listOf(int.type));
export const strings = part(listOf(string.type));
