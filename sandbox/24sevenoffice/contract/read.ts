import { unprocessed } from '../soap/service-fault.ts';
import type { XmlElement } from '../soap/xml-tree.ts';
import { isDeclaration } from '../soap/xml-tree.ts';
import type { Members, Value } from '../value.ts';
import type { Field, ServiceContract, SimpleType } from './field.ts';
import { messageNamespace, simpleTypes } from './field.ts';
import { lexicalValue } from './lexical.ts';

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

const isSimple = (type: string): type is SimpleType => simpleTypes.some((name) => name === type);

/** What .NET says of a text that it can't read as the type. */
const complaints: Readonly<Record<SimpleType, string>> = {
  int: 'Input string was not in a correct format.',
  short: 'Input string was not in a correct format.',
  long: 'Input string was not in a correct format.',
  decimal: 'Input string was not in a correct format.',
  double: 'Input string was not in a correct format.',
  boolean: 'The string is not a valid Boolean value.',
  dateTime: 'The string is not a valid AllXsd value.',
  guid: 'Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).',
  string: 'The string is not valid.',
};

const wrong = (where: string, reason: string) =>
  unprocessed(`There is an error in XML document. ---> ${where}: ${reason}`);

function isNil(element: XmlElement, where: string): boolean {
  const attributes = element.attributes.filter((attribute) => !isDeclaration(attribute));
  const foreign = attributes.find(({ namespace }) => namespace !== instanceNamespace);
  if (foreign !== undefined) throw wrong(where, `the attribute ${foreign.name} was not expected.`);
  const nil = attributes.find(({ name }) => name === 'nil')?.value;
  if (nil === undefined || nil === 'false' || nil === '0') return false;
  if (nil !== 'true' && nil !== '1') throw wrong(where, complaints.boolean);
  if (element.children.length > 0 || element.text.trim() !== '') {
    throw wrong(where, 'an element that is nil must be empty.');
  }
  return true;
}

function readSimple(type: SimpleType, element: XmlElement, where: string): Value | undefined {
  if (element.children.length > 0) throw wrong(where, 'a text was expected, not an element.');
  const value = lexicalValue(type, element.text);
  if (value === undefined) throw wrong(where, complaints[type]);
  return value;
}

function readEnumeration(
  type: string,
  values: readonly string[],
  element: XmlElement,
  where: string,
): string {
  if (element.children.length > 0) throw wrong(where, 'a text was expected, not an element.');
  if (!values.includes(element.text)) {
    throw unprocessed(
      `There is an error in XML document. ---> Instance validation error: '${element.text}' is not a valid value for ${type}.`,
    );
  }
  return element.text;
}

function readElement(
  service: ServiceContract,
  field: Field,
  element: XmlElement,
  where: string,
): Value | undefined {
  if (isNil(element, where)) {
    if (!field.nillable) throw wrong(where, 'the element must not be nil.');
    return null;
  }
  if (isSimple(field.type)) {
    const value = readSimple(field.type, element, where);
    return isUnset(field, value) ? undefined : value;
  }
  const values = service.enumerations[field.type];
  if (values !== undefined) return readEnumeration(field.type, values, element, where);
  const fields = service.sequences[field.type];
  if (fields === undefined) throw new TypeError(`no contract for ${field.type}`);
  const [only] = fields;
  if (only?.many === true) return readItems(service, only, element, where);
  return readSequence(service, fields, element, where);
}

/** Whether a value is the schema's "not set". Yes and no are kept: false is said on purpose. */
function isUnset(field: Field, value: Value | undefined): boolean {
  if (field.unset === undefined || typeof value !== 'string') return false;
  return field.type === 'dateTime' ? value.startsWith('0001-01-01T') : value === field.unset;
}

function refuseText(element: XmlElement, where: string): void {
  if (element.text.trim() !== '') throw wrong(where, 'a text was not expected here.');
}

function readItems(
  service: ServiceContract,
  item: Field,
  element: XmlElement,
  where: string,
): readonly Value[] {
  refuseText(element, where);
  return element.children.map((child) => {
    if (child.name !== item.name || child.namespace !== messageNamespace) {
      throw wrong(where, `<${child.name}> was not expected; its items are <${item.name}>.`);
    }
    return readElement(service, item, child, `${where}/${child.name}`) ?? null;
  });
}

/**
 * The members of an element by a sequence of the contract. Throws the vendor's fault on anything that
 * the contract doesn't have: unknown or foreign elements, another order, a repetition, a missing
 * element that is required, a value that isn't of its type.
 */
export function readSequence(
  service: ServiceContract,
  fields: readonly Field[],
  element: XmlElement,
  where: string = element.name,
): Members {
  refuseText(element, where);
  const members: Record<string, Value> = {};
  let next = 0;
  for (const child of element.children) {
    const position = fields.findIndex(({ name }) => name === child.name);
    const field = fields[position];
    if (field === undefined || child.namespace !== messageNamespace) {
      throw wrong(where, `<${child.name} xmlns='${child.namespace}'> was not expected.`);
    }
    if (position < next) throw wrong(where, `<${child.name}> stands in the wrong place.`);
    refuseMissing(fields.slice(next, position), where);
    next = position + 1;
    const value = readElement(service, field, child, `${where}/${child.name}`);
    if (value !== undefined) members[field.name] = value;
  }
  refuseMissing(fields.slice(next), where);
  return members;
}

function refuseMissing(fields: readonly Field[], where: string): void {
  const missing = fields.find(({ min }) => min === 1);
  if (missing !== undefined) throw wrong(where, `<${missing.name}> is required and missing.`);
}
