import {
  type Member,
  type Members,
  notSet,
} from '../../../src/systems/24sevenoffice/contract/description.ts';
import { escapeText } from './escape-text.ts';
import type { Manner } from './manner.ts';
import type { Value, Values } from './value.ts';

/** The properties that were asked for, by the type they were asked of. Other types come whole. */
export type Wanted = Readonly<Record<string, ReadonlySet<string>>>;

const nil = (name: string): string => `<${name} xsi:nil="true" />`;

const element = (name: string, content: string): string =>
  content === '' ? `<${name} />` : `<${name}>${content}</${name}>`;

/**
 * The result of an operation. An array without items comes in one of the three forms that clients
 * have met: no element, an empty one, or one that is nil.
 */
export function writeResult(
  name: string,
  result: Member,
  value: Value | undefined,
  manner: Manner,
  wanted: Wanted,
): string {
  if (Array.isArray(value) && value.length === 0) {
    if (manner.emptyArray === 'left out') return '';
    return manner.emptyArray === 'nil' ? nil(name) : element(name, '');
  }
  return writeMember(name, result, value, false);

  /** One element of an answer, or nothing where its value is left out. */
  function writeMember(
    name: string,
    member: Member,
    value: Value | undefined,
    asked: boolean,
  ): string {
    if (value === undefined) return writeUnset(name, member, asked);
    if (value === null) return nil(name);
    const { type } = member;
    if (typeof value !== 'object') return writeText(name, member, String(value), asked);
    if (type.kind === 'sequence') {
      return element(name, isValues(value) ? writeSequence(type.name, type.members, value) : '');
    }
    if (type.kind !== 'list') throw new TypeError(`${name} holds no members`);
    const item = { ...member, type: type.item, default: undefined };
    const items = isValues(value) ? [] : value;
    const written = items.map((one) => writeMember(type.item.name, item, one, false));
    return element(name, written.join(''));
  }

  function writeText(name: string, member: Member, text: string, asked: boolean): string {
    if (text === member.default) return writeUnset(name, member, asked);
    const type = member.type.name;
    if (type === 'dateTime') return element(name, manner.dateTime(text));
    return element(name, type === 'decimal' ? manner.decimal(text) : escapeText(text));
  }

  function writeSequence(type: string, members: Members, values: Values): string {
    const only = wanted[type];
    return Object.entries(members)
      .map(([name, member]) => {
        const asked = only?.has(name) ?? false;
        if (only === undefined || asked) return writeMember(name, member, values[name], asked);
        return member.required && member.nillable ? nil(name) : '';
      })
      .join('');
  }

  /** Now and then an unset value is told with the vendor's "not set" instead of being left out. */
  function writeUnset(name: string, member: Member, asked: boolean): string {
    if (member.required) return member.nillable ? nil(name) : '';
    const type = member.type.name;
    if (type === 'Address') return manner.oneIn(2) ? nil(name) : '';
    if (!asked || member.default === undefined) return '';
    if (type === 'dateTime') return manner.oneIn(3) ? element(name, notSet.dateTime) : '';
    if (type !== 'int' && type !== 'decimal') return '';
    return manner.oneIn(7) ? element(name, member.default) : '';
  }
}

const isValues = (value: readonly Value[] | Values): value is Values => !Array.isArray(value);
