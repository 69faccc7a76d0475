/**
 * The words in which the vendor's contract is described: types, the members of a sequence, operations
 * and services. A description is data with literal types, so that what is written, asked for and read
 * is checked against it when it is compiled.
 */

/** The simple types that the contract uses, and the values by which the vendor says "not set" or "no change". */
export const notSet = {
  int: '-2147483648',
  short: '-32768',
  long: '-9223372036854775808',
  decimal: '-79228162514264337593543950335',
  dateTime: '0001-01-01T00:00:00',
  guid: '00000000-0000-0000-0000-000000000000',
  string: '',
  boolean: undefined,
} as const;
export type SimpleName = keyof typeof notSet;

export interface Simple<Name extends SimpleName = SimpleName> {
  readonly kind: 'simple';
  readonly name: Name;
}

export interface Enumeration<Name extends string = string, Value extends string = string> {
  readonly kind: 'enumeration';
  readonly name: Name;
  readonly values: readonly Value[];
}

/** Members in the order in which they must come. */
export interface Sequence<Name extends string = string, Inside extends Members = Members> {
  readonly kind: 'sequence';
  readonly name: Name;
  readonly members: Inside;
}

/** An array: a wrapper, around items that are named after their type. */
export interface List<Item extends ItemType = ItemType> {
  readonly kind: 'list';
  readonly name: string;
  readonly item: Item;
}

export type ItemType = Simple | Enumeration | Sequence;
export type Type = ItemType | List;

/** One element of a sequence. */
export interface Member<
  Of extends Type = Type,
  Required extends boolean = boolean,
  Nillable extends boolean = boolean,
  Default extends string | undefined = string | undefined,
> {
  readonly type: Of;
  readonly required: Required;
  readonly nillable: Nillable;
  /** What the schema names as default; the vendor leaves an element with it out of its answers. */
  readonly default: Default;
}

export interface Members {
  readonly [name: string]: Member;
}

/** What an operation takes and gives. Its result is the element `<operation>Result`. */
export interface OperationContract {
  readonly request: Members;
  readonly result: Member;
  /** It changes something at the vendor. */
  readonly writes?: true;
}

/** One service, as far as it is used. */
export interface Service {
  readonly name: string;
  readonly path: string;
  readonly operations: Readonly<Record<string, OperationContract>>;
}

/** The namespace of every message, exactly so: the capital O counts. */
export const messageNamespace = 'http://24sevenOffice.com/webservices';

/** Whether an item of an array may be nil: where .NET has it by reference. */
export const isNillableItem = (item: ItemType): boolean =>
  item.kind === 'sequence' || item.name === 'string';
