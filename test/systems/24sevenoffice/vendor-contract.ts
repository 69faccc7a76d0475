import { readFileSync } from 'node:fs';

import { parseXml, type XmlElement } from '../../../sandbox/24sevenoffice/wire/xml-tree.ts';
import { messageNamespace } from '../../../src/systems/24sevenoffice/contract/description.ts';

const within = (element: XmlElement | undefined, ...names: string[]): readonly XmlElement[] =>
  names.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((one) => one.name === name)),
    element === undefined ? [] : [element],
  );
const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.find((one) => one.name === name)?.value;

/** The members of a sequence as lines, in order: `Name type min max nillable default`. */
const linesOf = (complex: XmlElement): string[] =>
  within(complex, 'sequence', 'element').map((element) =>
    [
      attribute(element, 'name'),
      attribute(element, 'type')?.replace(/^\w+:/, ''),
      attribute(element, 'minOccurs') ?? '1',
      attribute(element, 'maxOccurs') ?? '1',
      attribute(element, 'nillable') ?? 'false',
      attribute(element, 'default') ?? 'none',
    ].join(' '),
  );

/** What a WSDL of the vendor's says, by the names of its types, messages and operations. */
export function vendorContract(file: URL) {
  const definitions = parseXml(readFileSync(file, 'utf8'));
  const schema = within(definitions, 'types', 'schema').find(
    (one) => attribute(one, 'targetNamespace') === messageNamespace,
  );
  const named = <Read>(kind: string, read: (element: XmlElement) => Read) =>
    within(schema, kind).map((one) => [attribute(one, 'name') ?? '', read(one)] as const);
  return {
    isQualified: attribute(schema, 'elementFormDefault') === 'qualified',
    messages: new Map(named('element', (one) => within(one, 'complexType').flatMap(linesOf))),
    /** Sequences as lines, enumerations as values. */
    types: new Map<string, readonly (string | undefined)[]>([
      ...named('complexType', linesOf),
      ...named('simpleType', (one) =>
        within(one, 'restriction', 'enumeration').map((value) => attribute(value, 'value')),
      ),
    ]),
    actions: within(definitions, 'binding', 'operation', 'operation').map((one) =>
      attribute(one, 'soapAction'),
    ),
    addresses: within(definitions, 'service', 'port', 'address').map((one) =>
      attribute(one, 'location'),
    ),
  };
}
