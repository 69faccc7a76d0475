const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The characters that XML 1.0 has no place for, whether raw or as a reference. */
// oxlint-disable-next-line no-control-regex
export const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const reference = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]+));|&/g;

function character(point: number): string {
  const text = point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\u0000';
  if (forbiddenCharacters.test(text)) throw new RangeError('a reference to an invalid character');
  return text;
}

/**
 * Text with its references replaced. Own code, because the parser either leaves character references
 * as they are or takes every name of HTML. Throws a RangeError on a reference that XML doesn't have.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, hexadecimal, decimal, name: string | undefined) => {
    if (typeof hexadecimal === 'string') return character(Number.parseInt(hexadecimal, 16));
    if (typeof decimal === 'string') return character(Number.parseInt(decimal, 10));
    const known = name === undefined ? undefined : named[name];
    if (known === undefined) throw new RangeError(`${whole} is not a known reference`);
    return known;
  });
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
};

/** Text as .NET writes it into an element: a carriage return as a reference, a line feed raw. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>\r]/g, (sign) => escapes[sign] ?? sign);
