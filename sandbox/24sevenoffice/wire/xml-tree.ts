import { SaxesParser } from 'saxes';

interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/** An element with its namespace resolved. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Without declarations of namespaces. */
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const namespaceOfDeclarations = 'http://www.w3.org/2000/xmlns/';

/**
 * The root element of a document. Throws an Error on what isn't well-formed, and on a document type,
 * which the vendor's server prohibits.
 */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const outermost = { children: new Array<XmlElement>(), text: '' };
  const open = [outermost];
  const write = (text: string): void => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  };
  parser.on('doctype', () => {
    throw new RangeError('a document type, which is prohibited');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element = {
      namespace: uri,
      name: local,
      attributes: Object.values(attributes)
        .filter((attribute) => attribute.uri !== namespaceOfDeclarations)
        .map(({ uri, local, value }) => ({ namespace: uri, name: local, value })),
      children: new Array<XmlElement>(),
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => void open.pop());
  parser.write(source).close();
  const [root] = outermost.children;
  if (root === undefined) throw new RangeError('no root element');
  return root;
}
