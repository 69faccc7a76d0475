import type { SimpleName } from '../../../src/systems/24sevenoffice/contract/description.ts';

/** The least and the greatest integer of a type: two's complement of so many bits. */
const bits = { short: 16n, int: 32n, long: 64n } as const;

const plainDecimal = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const guid = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
const dateTime =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,7})?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** An integer of a type in its shortest form, or undefined where the text isn't one. */
function integer(type: keyof typeof bits, text: string): string | undefined {
  if (!/^[+-]?\d{1,30}$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  const beyond = 2n ** (bits[type] - 1n);
  return value < -beyond || value >= beyond ? undefined : value.toString();
}

/**
 * A dateTime as an instant with `Z`, or undefined where the text isn't one. Without a zone it is UTC:
 * that is how the vendor says it means its own.
 */
function instant(text: string): string | undefined {
  const [, year, month, day, hour, minute, second, , zone] = dateTime.exec(text) ?? [];
  if (year === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return undefined;
  }
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day)) return undefined;
  const date = new Date(zone === undefined ? `${text}Z` : text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/**
 * The value of an element's text by its type, in one canonical form per type, or undefined where the
 * text isn't of the type. White space around is ignored, as XML Schema has it, except in strings.
 */
export function lexicalValue(type: SimpleName, raw: string): string | boolean | undefined {
  const text = raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  switch (type) {
    case 'string':
      return raw;
    case 'int':
    case 'short':
    case 'long':
      return integer(type, text);
    case 'decimal':
      return plainDecimal.test(text) ? text.replace(/^\+/, '') : undefined;
    case 'boolean':
      if (text === 'true' || text === '1') return true;
      return text === 'false' || text === '0' ? false : undefined;
    case 'guid':
      return guid.test(text) ? text.toLowerCase() : undefined;
    case 'dateTime':
      return instant(text);
  }
}
