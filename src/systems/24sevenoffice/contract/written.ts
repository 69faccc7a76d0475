import type { Enumeration, List, Member, Members, Sequence, Simple, Type } from './description.ts';
import type { Operation, operations } from './services.ts';

/** A value as it is written into a request: everything is text, an array is an object of its items. */
type Written<Of extends Type> =
  Of extends Enumeration<string, infer Value>
    ? Value
    : Of extends Simple
      ? string
      : Of extends List<infer Item>
        ? { readonly [Name in Item['name']]: readonly Written<Item>[] }
        : Of extends Sequence<string, infer Inside>
          ? WrittenMembers<Inside>
          : never;

type WrittenMember<Of extends Member> =
  Of extends Member<infer OfType, boolean, infer Nillable>
    ? Written<OfType> | (Nillable extends true ? null : never)
    : never;

/** An undefined member is left out. Null stands for nil. */
type WrittenMembers<Inside extends Members> = {
  readonly [
    Name in keyof Inside as Inside[Name]['required'] extends true ? Name : never
  ]: WrittenMember<Inside[Name]>;
} & {
  readonly [
    Name in keyof Inside as Inside[Name]['required'] extends true ? never : Name
  ]?: WrittenMember<Inside[Name]>;
};

/** The parameters of an operation, as they are written. */
export type ParametersOf<Of extends Operation> =
  keyof (typeof operations)[Of]['request'] extends never
    ? Readonly<Record<string, never>>
    : WrittenMembers<(typeof operations)[Of]['request']>;

/** What is called, with what. */
export type Invocation = {
  readonly [Of in Operation]: { readonly operation: Of; readonly parameters: ParametersOf<Of> };
}[Operation];
