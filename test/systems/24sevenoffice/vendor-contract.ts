import { readFileSync } from 'node:fs';

import { XMLParser } from 'fast-xml-parser';

import { messageNamespace } from '../../../src/systems/24sevenoffice/contract/description.ts';

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  isArray: (_name, _path, isLeaf, isAttribute) => !isAttribute && !isLeaf,
  alwaysCreateTextNode: true,
});

const children = (node: unknown, name: string): Node[] => {
  const found = (node as Node | undefined)?.[name];
  if (found === undefined || found === '') return [];
  return (Array.isArray(found) ? found : [found]) as Node[];
};
const within = (node: unknown, ...names: string[]): Node[] =>
  names.reduce<Node[]>(
    (nodes, name) => nodes.flatMap((one) => children(one, name)),
    [node as Node],
  );
const attribute = (node: Node | undefined, name: string): string | undefined =>
  node?.[`@${name}`] as string | undefined;

/** The members of a sequence as lines, in order: `Name type min max nillable default`. */
const linesOf = (complex: Node): string[] =>
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
  const definitions = children(parser.parse(readFileSync(file, 'utf8')), 'definitions')[0];
  const schema = within(definitions, 'types', 'schema').find(
    (one) => attribute(one, 'targetNamespace') === messageNamespace,
  );
  const named = <Read>(kind: string, read: (node: Node) => Read) =>
    new Map(children(schema, kind).map((one) => [attribute(one, 'name') ?? '', read(one)]));
  return {
    isQualified: attribute(schema, 'elementFormDefault') === 'qualified',
    messages: named('element', (one) => within(one, 'complexType').flatMap(linesOf)),
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
