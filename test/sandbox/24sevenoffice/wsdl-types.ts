import type { XmlElement } from '../../../sandbox/24sevenoffice/soap/xml-tree.ts';
import { parseXml } from '../../../sandbox/24sevenoffice/soap/xml-tree.ts';

/** An element of a sequence as a WSDL tells it, in the form of our own tables. */
export interface WsdlField {
  readonly name: string;
  readonly type: string;
  readonly min: number;
  readonly many: boolean;
  readonly nillable: boolean;
  readonly unset: string | undefined;
}

export interface WsdlTypes {
  /** The sequences of named types. */
  readonly sequences: ReadonlyMap<string, readonly WsdlField[]>;
  /** The sequences of the elements that are messages. */
  readonly messages: ReadonlyMap<string, readonly WsdlField[]>;
  readonly enumerations: ReadonlyMap<string, readonly string[]>;
}

const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((one) => one.name === name)?.value;

const within = (element: XmlElement, ...names: string[]): readonly XmlElement[] =>
  names.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((one) => one.name === name)),
    [element],
  );

const fieldOf = (element: XmlElement): WsdlField => ({
  name: attribute(element, 'name') ?? '',
  type: (attribute(element, 'type') ?? '').replace(/^\w+:/, ''),
  min: Number(attribute(element, 'minOccurs')),
  many: attribute(element, 'maxOccurs') === 'unbounded',
  nillable: attribute(element, 'nillable') === 'true',
  unset: attribute(element, 'default'),
});

/** The types of a WSDL. */
export function wsdlTypes(text: string): WsdlTypes {
  const schemas = within(parseXml(text), 'types', 'schema');
  const named = <Told>(kind: string, told: (element: XmlElement) => Told): Map<string, Told> =>
    new Map(
      schemas.flatMap((schema) =>
        within(schema, kind).map((one) => [attribute(one, 'name') ?? '', told(one)] as const),
      ),
    );
  return {
    messages: named('element', (one) =>
      within(one, 'complexType', 'sequence', 'element').map(fieldOf),
    ),
    sequences: named('complexType', (one) => within(one, 'sequence', 'element').map(fieldOf)),
    enumerations: named('simpleType', (one) =>
      within(one, 'restriction', 'enumeration').map((value) => attribute(value, 'value') ?? ''),
    ),
  };
}
