import { existsSync, readFileSync } from 'node:fs';

import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';

const repository = new URL('../../../', import.meta.url);
const reference = new URL('../shared/vendors/24sevenoffice/', repository);
const own = new URL('src/systems/24sevenoffice/soap/wsdl/', repository);

const pairs = [
  ['authenticate.wsdl', 'authService.wsdl'],
  ['invoice.wsdl', 'invoiceService.wsdl'],
  ['product.wsdl', 'productService.wsdl'],
  ['company.wsdl', 'companyService.wsdl'],
] as const;

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
const attribute = (node: Node, name: string): string | undefined =>
  node[`@${name}`] as string | undefined;

/** A type or a message as lines: `Name type min max nillable`, in the contract's order. */
function describeSequence(complex: Node | undefined): string[] {
  return children(children(complex, 'sequence')[0], 'element').map((element) =>
    [
      attribute(element, 'name'),
      attribute(element, 'type')?.replace(/^\w+:/, ''),
      attribute(element, 'minOccurs') ?? '1',
      attribute(element, 'maxOccurs') ?? '1',
      attribute(element, 'nillable') ?? 'false',
    ].join(' '),
  );
}

function readContract(url: URL) {
  const definitions = children(parser.parse(readFileSync(url, 'utf8')), 'definitions')[0];
  const schemas = children(children(definitions, 'types')[0], 'schema');
  const schema = schemas.find(
    (one) => attribute(one, 'targetNamespace') === 'http://24sevenOffice.com/webservices',
  );
  const types = new Map<string, string[]>();
  for (const complex of children(schema, 'complexType')) {
    types.set(`type ${attribute(complex, 'name')}`, describeSequence(complex));
  }
  for (const element of children(schema, 'element')) {
    types.set(
      `message ${attribute(element, 'name')}`,
      describeSequence(children(element, 'complexType')[0]),
    );
  }
  const enumerations = new Map(
    children(schema, 'simpleType').map((simple) => [
      attribute(simple, 'name'),
      children(children(simple, 'restriction')[0], 'enumeration').map((value) =>
        attribute(value, 'value'),
      ),
    ]),
  );
  const actions = children(definitions, 'binding').flatMap((binding) =>
    children(binding, 'operation').map(
      (operation) =>
        `${attribute(operation, 'name')} ${attribute(children(operation, 'operation')[0] ?? {}, 'soapAction')}`,
    ),
  );
  const ports = children(children(definitions, 'service')[0], 'port').map((port) =>
    attribute(children(port, 'address')[0] ?? {}, 'location'),
  );
  return {
    types,
    enumerations,
    actions,
    ports,
    elementForm: attribute(schema ?? {}, 'elementFormDefault'),
  };
}

describe.runIf(existsSync(reference))('our description beside the vendor’s', () => {
  test.each(pairs)('%s says nothing that %s doesn’t', (mine, theirs) => {
    const ours = readContract(new URL(mine, own));
    const vendors = readContract(new URL(theirs, reference));
    expect(ours.types.size).toBeGreaterThan(3);
    for (const [name, elements] of ours.types) {
      const kept = vendors.types.get(name)?.filter((element) => elements.includes(element));
      expect([name, elements]).toEqual([name, kept]);
    }
    for (const [name, values] of ours.enumerations) {
      expect([name, values]).toEqual([name, vendors.enumerations.get(name)]);
    }
    for (const action of ours.actions) expect(vendors.actions).toContain(action);
    expect(ours.ports).toEqual([vendors.ports[0]]);
    expect(ours.elementForm).toBe(vendors.elementForm);
  });
});
