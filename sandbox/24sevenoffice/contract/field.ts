/** The simple types that the vendor's contracts use. Every other type name is a sequence or an enumeration. */
export const simpleTypes = [
  'int',
  'short',
  'long',
  'decimal',
  'double',
  'boolean',
  'string',
  'dateTime',
  'guid',
] as const;
export type SimpleType = (typeof simpleTypes)[number];

/** One element of a sequence. */
export interface Field {
  readonly name: string;
  /** A simple type, or a name in the service's `sequences` or `enumerations`. */
  readonly type: string;
  readonly min: 0 | 1;
  readonly many: boolean;
  readonly nillable: boolean;
  /** The schema's default. It means "not set", and the vendor leaves an element with it out. */
  readonly unset?: string;
}

/** What an operation takes and gives. */
export interface OperationContract {
  readonly request: readonly Field[];
  readonly result: Field;
}

/** The part of one service's contract that is simulated. */
export interface ServiceContract {
  readonly path: string;
  readonly operations: Readonly<Record<string, OperationContract>>;
  readonly sequences: Readonly<Record<string, readonly Field[]>>;
  readonly enumerations: Readonly<Record<string, readonly string[]>>;
}

/** The namespace of every message, exactly so: the capital O counts. */
export const messageNamespace = 'http://24sevenOffice.com/webservices';

/** The values by which the vendor says "not set" or "no change", by simple type. */
export const unsetValues = {
  int: '-2147483648',
  short: '-32768',
  long: '-9223372036854775808',
  decimal: '-79228162514264337593543950335',
  double: '-1.7976931348623157E+308',
  dateTime: '0001-01-01T00:00:00',
  guid: '00000000-0000-0000-0000-000000000000',
  string: '',
} as const;

/** An optional element of any type, without a default: `part('Addresses', 'Addresses')`. */
export const part = (name: string, type: string, unset?: string): Field => ({
  name,
  type,
  min: 0,
  many: false,
  nillable: false,
  ...(unset === undefined ? {} : { unset }),
});

const withUnset = (type: keyof typeof unsetValues) => (name: string) =>
  part(name, type, unsetValues[type]);

/** Optional elements whose default is the vendor's "not set" of their type. */
export const int = withUnset('int');
export const short = withUnset('short');
export const long = withUnset('long');
export const decimal = withUnset('decimal');
export const double = withUnset('double');
export const dateTime = withUnset('dateTime');
export const guid = withUnset('guid');
export const text = withUnset('string');

/** An optional string without a default: an empty one is written as an empty element. */
export const string = (name: string): Field => part(name, 'string');

/** The element may be nil. */
export const nillable = (field: Field): Field => ({ ...field, nillable: true });

/** The element must be there; required elements have no default. */
export const required = (field: Field): Field => ({
  name: field.name,
  type: field.type,
  min: 1,
  many: false,
  nillable: field.nillable,
});

/** A yes or no that may be unknown. */
export const maybe = (name: string): Field => nillable(part(name, 'boolean'));

/** The content of an array type: any number of typed items. */
export const items = (name: string, type = name): readonly Field[] => [
  { name, type, min: 0, many: true, nillable: false },
];

/** An array type whose items may be nil. */
export const nillableItems = (name: string, type = name): readonly Field[] =>
  items(name, type).map(nillable);
