import { XMLParser } from 'fast-xml-parser';
import { decodeReferences, forbiddenCharacters } from './entities.ts';

export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/** An element with its namespace resolved. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
});

type Scope = ReadonlyMap<string, string>;

const xmlScope: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
const namespaceOfDeclarations = 'http://www.w3.org/2000/xmlns/';

function splitName(qualified: string): [prefix: string, local: string] {
  const colon = qualified.indexOf(':');
  return colon < 0 ? ['', qualified] : [qualified.slice(0, colon), qualified.slice(colon + 1)];
}

function namespaceOf(scope: Scope, prefix: string): string {
  const namespace = scope.get(prefix);
  if (namespace === undefined && prefix !== '') throw new RangeError(`undeclared prefix ${prefix}`);
  return namespace ?? '';
}

function attributesOf(node: object): [string, string][] {
  const found: unknown = Reflect.get(node, ':@');
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found).map(([name, value]) => [name, decodeReferences(String(value))]);
}

function scopeWith(outer: Scope, attributes: readonly [string, string][]): Scope {
  const declared = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  const scope = new Map(outer);
  for (const [name, value] of declared)
    scope.set(name === 'xmlns' ? '' : splitName(name)[1], value);
  return scope;
}

function textIn(content: readonly unknown[]): string {
  let text = '';
  for (const node of content) {
    if (typeof node !== 'object' || node === null) continue;
    const plain: unknown = Reflect.get(node, '#text');
    if (typeof plain === 'string') text += decodeReferences(plain);
    const literal: unknown = Reflect.get(node, '#cdata');
    if (Array.isArray(literal)) text += literalIn(literal);
  }
  return text;
}

function literalIn(content: readonly unknown[]): string {
  const texts = content.map((node): unknown => Reflect.get(Object(node), '#text'));
  return texts.filter((text) => typeof text === 'string').join('');
}

function elementsIn(content: readonly unknown[], scope: Scope): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const node of content) {
    if (typeof node !== 'object' || node === null) continue;
    for (const [qualified, inner] of Object.entries(node)) {
      if (qualified.startsWith('#') || qualified.startsWith('?') || qualified === ':@') continue;
      if (Array.isArray(inner)) elements.push(elementOf(qualified, inner, node, scope));
    }
  }
  return elements;
}

function elementOf(
  qualified: string,
  content: readonly unknown[],
  node: object,
  outer: Scope,
): XmlElement {
  const attributes = attributesOf(node);
  const scope = scopeWith(outer, attributes);
  const [prefix, name] = splitName(qualified);
  return {
    namespace: namespaceOf(scope, prefix),
    name,
    attributes: attributes.map(([attribute, value]) => {
      const [attributePrefix, local] = splitName(attribute);
      if (attribute === 'xmlns' || attributePrefix === 'xmlns') {
        return { namespace: namespaceOfDeclarations, name: local, value };
      }
      const namespace = attributePrefix === '' ? '' : namespaceOf(scope, attributePrefix);
      return { namespace, name: local, value };
    }),
    children: elementsIn(content, scope),
    text: textIn(content),
  };
}

/** Whether an attribute only declares a namespace. */
export const isDeclaration = (attribute: XmlAttribute): boolean =>
  attribute.namespace === namespaceOfDeclarations;

function parsed(text: string): unknown {
  try {
    // The check is only moving to a package of its own; the parser without it forgives too much.
    // oxlint-disable-next-line typescript/no-deprecated
    return parser.parse(text, true);
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : 'not well-formed');
  }
}

/**
 * The root element of a document. Throws a RangeError on what isn't well-formed, on a document type
 * (which the vendor's server prohibits), and on characters that XML can't hold.
 */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, '');
  if (forbiddenCharacters.test(text)) throw new RangeError('an invalid character');
  if (/<!DOCTYPE/i.test(text)) throw new RangeError('a document type, which is prohibited');
  const nodes = parsed(text);
  const roots = elementsIn(Array.isArray(nodes) ? nodes : [], xmlScope);
  const [root] = roots;
  if (root === undefined || roots.length > 1) throw new RangeError('no single root element');
  return root;
}
