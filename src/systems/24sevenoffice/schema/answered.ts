import { z } from 'zod';

import {
  type Enumeration,
  type List,
  type Member,
  type Members,
  notSet,
  type Sequence,
  type Simple,
  type SimpleName,
  type Type,
} from '../contract/description.ts';
import { boolean, decimal, int, items, part, text, time } from './scalars.ts';

/** A value as it is read: everything but yes and no is text, and an array has no items where it is absent. */
type Read<Of extends Type> =
  Of extends Simple<'boolean'>
    ? boolean
    : Of extends Simple | Enumeration
      ? string
      : Of extends List<infer Item>
        ? Read<Item>[]
        : Of extends Sequence<string, infer Inside>
          ? { [Name in keyof Inside]: ReadMember<Inside[Name]> }
          : never;

type NotSet = Exclude<(typeof notSet)[SimpleName], undefined>;

/** A member is undefined where it isn't set, unless it means its default then. */
type ReadMember<Of extends Member> =
  Of extends Member<infer OfType, boolean, boolean, infer Default>
    ? | Read<OfType>
      | (OfType extends List ? never : Default extends undefined | NotSet ? undefined : never)
    : never;

type Shape<Inside extends Members, Name extends keyof Inside> = {
  [Each in Name]: z.ZodType<ReadMember<Inside[Each]>>;
};

/** How the text of a simple type is read. */
const scalars: Readonly<Record<SimpleName, z.ZodType>> = {
  int,
  short: int,
  long: int,
  decimal,
  dateTime: time,
  guid: text,
  string: text,
  boolean,
};

/**
 * The schemas of members that were asked for, by the contract. An enumeration isn't held to its values:
 * one that the vendor adds to them means something, too.
 */
export const answered = <Inside extends Members, const Name extends keyof Inside & string>(
  { members }: Sequence<string, Inside>,
  names: readonly Name[],
): Shape<Inside, Name> =>
  // Made by a description, they read what the description says.
  shapeOf(names.map((name) => [name, members[name]])) as Shape<Inside, Name>;

const shapeOf = (members: readonly (readonly [string, Member | undefined])[]) =>
  Object.fromEntries(
    members.flatMap(([name, member]) => (member === undefined ? [] : [[name, schemaOf(member)]])),
  );

function schemaOf({ type, default: value }: Member): z.ZodType {
  switch (type.kind) {
    case 'list':
      return items(type.item.name, schemaOf({ ...listed, type: type.item }));
    case 'sequence':
      return part(z.object(shapeOf(Object.entries(type.members))));
    case 'enumeration':
      return meaning(text, value);
    case 'simple':
      return meaning(scalars[type.name], value === notSet[type.name] ? undefined : value);
  }
}

/** What is absent means the default. */
const meaning = (schema: z.ZodType, value: string | undefined): z.ZodType =>
  value === undefined ? schema : schema.transform((read) => read ?? schema.parse(value));

const listed = { required: false, nillable: false, default: undefined } as const;
