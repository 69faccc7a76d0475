import {
  isNillableItem,
  type ItemType,
  type Member,
  type Members,
  messageNamespace,
  type SimpleName,
  type Type,
} from '../../../src/systems/24sevenoffice/contract/description.ts';
import type { ValuesOf } from '../../../src/systems/24sevenoffice/contract/values.ts';
import { lexicalValue } from './lexical.ts';
import { unprocessed } from './service-fault.ts';
import type { Value, Values } from './value.ts';
import type { XmlElement } from './xml-tree.ts';

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

const noNumber = 'Input string was not in a correct format.';

/** What .NET says of a text that it can't read as the type. */
const complaints: Readonly<Record<SimpleName, string>> = {
  int: noNumber,
  short: noNumber,
  long: noNumber,
  decimal: noNumber,
  boolean: 'The string is not a valid Boolean value.',
  dateTime: 'The string is not a valid AllXsd value.',
  guid: 'Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).',
  string: 'The string is not valid.',
};

const wrong = (where: string, reason: string) =>
  unprocessed(`There is an error in XML document. ---> ${where}: ${reason}`);

/**
 * The members of an element by their contract. Throws the vendor's fault on anything that the contract
 * doesn't have: unknown or foreign elements, another order, a repetition, a missing element that is
 * required, a value that isn't of its type.
 */
export const readMembers = <Inside extends Members>(
  members: Inside,
  element: XmlElement,
): ValuesOf<Inside> =>
  // What was read by a description has the values that the description says.
  readSequence(members, element, element.name) as ValuesOf<Inside>;

function readSequence(members: Members, element: XmlElement, where: string): Values {
  refuseText(element, where);
  const names = Object.keys(members);
  const values: Record<string, Value> = {};
  let next = 0;
  for (const child of element.children) {
    const position = names.indexOf(child.name);
    const member = members[child.name];
    if (position < 0 || member === undefined || child.namespace !== messageNamespace) {
      throw wrong(where, `<${child.name} xmlns='${child.namespace}'> was not expected.`);
    }
    if (position < next) throw wrong(where, `<${child.name}> stands in the wrong place.`);
    refuseMissing(names.slice(next, position), members, where);
    next = position + 1;
    const value = readMember(member, child, `${where}/${child.name}`);
    if (value !== undefined) values[child.name] = value;
  }
  refuseMissing(names.slice(next), members, where);
  return values;
}

function refuseMissing(names: readonly string[], members: Members, where: string): void {
  const missing = names.find((name) => members[name]?.required);
  if (missing !== undefined) throw wrong(where, `<${missing}> is required and missing.`);
}

/** The value of a member, or undefined where it is the schema's "not set". */
function readMember(member: Member, element: XmlElement, where: string): Value | undefined {
  if (isNil(element, where)) {
    if (!member.nillable) throw wrong(where, 'the element must not be nil.');
    return null;
  }
  const value = readType(member.type, element, where);
  if (member.type.kind !== 'simple' || typeof value !== 'string') return value;
  const isUnset =
    member.type.name === 'dateTime' ? value.startsWith('0001-01-01T') : value === member.default;
  return isUnset ? undefined : value;
}

function readType(type: Type, element: XmlElement, where: string): Value {
  switch (type.kind) {
    case 'sequence':
      return readSequence(type.members, element, where);
    case 'list':
      refuseText(element, where);
      return element.children.flatMap((child) => readItem(type.item, child, where));
    case 'simple': {
      refuseElements(element, where);
      const value = lexicalValue(type.name, element.text);
      if (value === undefined) throw wrong(where, complaints[type.name]);
      return value;
    }
    case 'enumeration':
      refuseElements(element, where);
      if (!type.values.includes(element.text)) {
        throw unprocessed(
          `There is an error in XML document. ---> Instance validation error: '${element.text}' is not a valid value for ${type.name}.`,
        );
      }
      return element.text;
  }
}

/** An item of an array; one that is nil is none. */
function readItem(item: ItemType, child: XmlElement, where: string): readonly Value[] {
  if (child.name !== item.name || child.namespace !== messageNamespace) {
    throw wrong(where, `<${child.name}> was not expected; its items are <${item.name}>.`);
  }
  const within = `${where}/${child.name}`;
  if (!isNil(child, within)) return [readType(item, child, within)];
  if (!isNillableItem(item)) throw wrong(within, 'the element must not be nil.');
  return [];
}

function isNil(element: XmlElement, where: string): boolean {
  const foreign = element.attributes.find(({ namespace }) => namespace !== instanceNamespace);
  if (foreign !== undefined) throw wrong(where, `the attribute ${foreign.name} was not expected.`);
  const nil = element.attributes.find(({ name }) => name === 'nil')?.value;
  if (nil === undefined || nil === 'false' || nil === '0') return false;
  if (nil !== 'true' && nil !== '1') throw wrong(where, complaints.boolean);
  if (element.children.length > 0 || element.text.trim() !== '') {
    throw wrong(where, 'an element that is nil must be empty.');
  }
  return true;
}

function refuseText(element: XmlElement, where: string): void {
  if (element.text.trim() !== '') throw wrong(where, 'a text was not expected here.');
}

function refuseElements(element: XmlElement, where: string): void {
  if (element.children.length > 0) throw wrong(where, 'a text was expected, not an element.');
}
