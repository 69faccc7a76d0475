import type { Manner } from '../manner.ts';
import { escapeText } from '../soap/entities.ts';
import type { Members, Value } from '../value.ts';
import { isItems, isMembers } from '../value.ts';
import type { Field, ServiceContract } from './field.ts';
import { unsetValues } from './field.ts';

/** The properties that were asked for, by the type they were asked of. Other types come whole. */
export type Wanted = Readonly<Record<string, ReadonlySet<string>>>;

const nil = (name: string): string => `<${name} xsi:nil="true" />`;

const element = (name: string, content: string): string =>
  content === '' ? `<${name} />` : `<${name}>${content}</${name}>`;

/** Now and then an unset value is told with the vendor's "not set" instead of being left out. */
function unsetElement(field: Field, asked: boolean, manner: Manner): string {
  if (field.min === 1) return field.nillable ? nil(field.name) : '';
  if (field.type === 'Address') return manner.oneIn(2) ? nil(field.name) : '';
  if (!asked || field.unset === undefined) return '';
  if (field.type === 'dateTime') {
    return manner.oneIn(3) ? element(field.name, unsetValues.dateTime) : '';
  }
  if (field.type !== 'int' && field.type !== 'decimal') return '';
  return manner.oneIn(7) ? element(field.name, field.unset) : '';
}

function simpleText(type: string, value: string, manner: Manner): string {
  if (type === 'dateTime') return manner.dateTime(value);
  return type === 'decimal' ? manner.decimal(value) : escapeText(value);
}

/** One element of an answer, or nothing where its value is left out. */
export function writeField(
  service: ServiceContract,
  field: Field,
  value: Value | undefined,
  manner: Manner,
  wanted: Wanted = {},
  asked = false,
): string {
  if (value === undefined) return unsetElement(field, asked, manner);
  if (value === null) return nil(field.name);
  if (typeof value === 'boolean' || typeof value === 'string') {
    const text = String(value);
    if (text === field.unset) return unsetElement(field, asked, manner);
    return element(field.name, simpleText(field.type, text, manner));
  }
  const fields = service.sequences[field.type];
  if (fields === undefined) throw new TypeError(`no contract for ${field.type}`);
  const [only] = fields;
  if (only?.many === true) {
    const items = isItems(value) ? value : [];
    const written = items.map((item: Value) => writeField(service, only, item, manner, wanted));
    return element(field.name, written.join(''));
  }
  return element(
    field.name,
    isMembers(value) ? writeSequence(service, field.type, fields, value, manner, wanted) : '',
  );
}

function writeSequence(
  service: ServiceContract,
  type: string,
  fields: readonly Field[],
  members: Members,
  manner: Manner,
  wanted: Wanted,
): string {
  const only = wanted[type];
  let written = '';
  for (const field of fields) {
    const asked = only?.has(field.name) ?? false;
    if (only === undefined || asked) {
      written += writeField(service, field, members[field.name], manner, wanted, asked);
    } else if (field.min === 1 && field.nillable) {
      written += nil(field.name);
    }
  }
  return written;
}

/**
 * The result of an operation. An array without items comes in one of the three forms that clients
 * have met: no element, an empty one, or one that is nil.
 */
export function writeResult(
  service: ServiceContract,
  field: Field,
  value: Value | undefined,
  manner: Manner,
  wanted: Wanted,
): string {
  if (isItems(value) && value.length === 0) {
    if (manner.emptyArray === 'left out') return '';
    return manner.emptyArray === 'nil' ? nil(field.name) : `<${field.name} />`;
  }
  return writeField(service, field, value, manner, wanted);
}
