import type { LosslessNumber } from 'lossless-json';

/** What the value of a member may be. */
export type MemberType =
  | { readonly type: 'text'; readonly max?: number }
  | { readonly type: 'integer' | 'decimal' | 'boolean' | 'date' }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'object' | 'list'; readonly members: Shape };

/**
 * A member of a body, and how it may be missing: `required` never, `nullable` as null too, `solid` may
 * only be absent.
 */
export type Member = MemberType & { readonly presence: 'required' | 'nullable' | 'solid' };

/** The members of an object; the vendor has no others. */
export type Shape = Readonly<Record<string, Member>>;

const nullable = <const Type extends MemberType>(type: Type) =>
  ({ ...type, presence: 'nullable' }) as const;

/**
 * A string of at most `max` UTF-16 units, as the vendor's database counts them. The REST contract names
 * no lengths; these are the ones of the older SOAP API's fields of the same name.
 */
export const text = (max?: number) => nullable({ type: 'text', max });
export const integer = nullable({ type: 'integer' });
export const decimal = nullable({ type: 'decimal' });
export const boolean = nullable({ type: 'boolean' });
/** A calendar date, or a date and time with an explicit offset. */
export const date = nullable({ type: 'date' });
export const choice = <const Value extends string>(...values: Value[]) =>
  nullable({ type: 'choice', values });
export const object = <Members extends Shape>(members: Members) =>
  nullable({ type: 'object', members });
export const listOf = <Members extends Shape>(members: Members) =>
  nullable({ type: 'list', members });

/** The same member under numbered names: `freeText1`, `freeText2`. */
export const numbered = <Prefix extends string, Numbers extends number, Of extends Member>(
  prefix: Prefix,
  numbers: readonly Numbers[],
  member: Of,
) =>
  Object.fromEntries(numbers.map((number) => [`${prefix}${number}`, member])) as {
    readonly [Name in `${Prefix}${Numbers}`]: Of;
  };

type Otherwise<Of extends Member, Presence> = Omit<Of, 'presence'> & {
  readonly presence: Presence;
};

/** Must be there, not null, and not empty where it is text. */
export const required = <Of extends Member>(member: Of): Otherwise<Of, 'required'> => ({
  ...member,
  presence: 'required',
});

/** May be absent but not null. */
export const solid = <Of extends Member>(member: Of): Otherwise<Of, 'solid'> => ({
  ...member,
  presence: 'solid',
});

/** The pair by which the vendor names nearly everything that its administrators set up. */
export const codeAndName = (nameLength?: number) =>
  object({ code: text(), name: text(nameLength) });

type ValueOf<Of extends Member> = Of extends { readonly members: infer Members extends Shape }
  ? Of['type'] extends 'list'
    ? readonly BodyOf<Members>[]
    : BodyOf<Members>
  : Of extends { readonly values: readonly (infer Value)[] }
    ? Value
    : {
        text: string;
        date: string;
        boolean: boolean;
        decimal: LosslessNumber;
        integer: Integer;
      }[Exclude<Of['type'], 'choice' | 'object' | 'list'>];

type Integer = number | LosslessNumber;

/** A body as it is written: absent members are left out, never sent as null. */
export type BodyOf<Of extends Shape> = {
  readonly [Name in keyof Of as Of[Name]['presence'] extends 'required' ? Name : never]: ValueOf<
    Of[Name]
  >;
} & {
  readonly [Name in keyof Of as Of[Name]['presence'] extends 'required' ? never : Name]?: ValueOf<
    Of[Name]
  >;
};

/** The members that hold a value, by their paths: `consignee.customerGroup.code`. */
export const membersByPath = (shape: Shape, above = ''): (readonly [string, Member])[] =>
  Object.entries(shape).flatMap(([name, member]) =>
    member.type === 'object'
      ? membersByPath(member.members, `${above}${name}.`)
      : [[`${above}${name}`, member] as const],
  );
