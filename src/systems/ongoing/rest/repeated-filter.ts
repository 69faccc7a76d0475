/**
 * The query strings that IIS takes by default end at 2,048 characters; a longer one is answered with
 * a 404 that says nothing.
 */
const longestQuery = 2_000;

/**
 * Splits the values of a repeated filter into runs that each fit one request, beside `reserved`
 * characters of other parameters.
 */
export function inRequests(key: string, values: readonly string[], reserved = 60): string[][] {
  const runs: string[][] = [];
  let length = Infinity;
  for (const value of new Set(values)) {
    const needs = new URLSearchParams([[key, value]]).toString().length + 1;
    if (length + needs > longestQuery) {
      runs.push([]);
      length = reserved;
    }
    runs.at(-1)?.push(value);
    length += needs;
  }
  return runs;
}
