const beyondAscii = /[\u007f-\uffff]/g;

/**
 * JSON as PHP's `json_encode` writes it: slashes and everything beyond ASCII are escaped. A webhook's
 * hash is over this very text, so whoever writes the order anew before checking gets another hash.
 */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', String.raw`\/`)
    .replace(beyondAscii, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
