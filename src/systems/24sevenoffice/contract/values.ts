import type { Enumeration, List, Member, Members, Sequence, Simple, Type } from './description.ts';
import type { Operation, operations } from './services.ts';

/**
 * A value as it is kept: text for everything but yes and no, because numbers, ids and postal codes lose
 * their form as JavaScript numbers; an array is one of its items. Null is nil.
 */
export type ValueOf<Of extends Type> =
  Of extends Enumeration<string, infer Value>
    ? Value
    : Of extends Simple<'boolean'>
      ? boolean
      : Of extends Simple
        ? string
        : Of extends List<infer Item>
          ? readonly ValueOf<Item>[]
          : Of extends Sequence<string, infer Inside>
            ? ValuesOf<Inside>
            : never;

type MemberValue<Of extends Member> =
  Of extends Member<infer OfType, boolean, infer Nillable>
    ? ValueOf<OfType> | (Nillable extends true ? null : never)
    : never;

/** Values by their members. A missing one is "not set". */
export type ValuesOf<Inside extends Members> = {
  -readonly [Name in keyof Inside]?: MemberValue<Inside[Name]>;
};

/** The values of a type of members, of which some are always set. */
export type Kept<Of extends Sequence, Always extends keyof Of['members'] = never> = ValuesOf<
  Of['members']
> & { [Name in Always]: NonNullable<MemberValue<Of['members'][Name]>> };

/** What an operation is called with. */
export type ArgumentsOf<Of extends Operation> = ValuesOf<(typeof operations)[Of]['request']>;

/** What it answers. */
export type ResultOf<Of extends Operation> = ValueOf<(typeof operations)[Of]['result']['type']>;
