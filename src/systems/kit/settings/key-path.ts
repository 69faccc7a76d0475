/** Where a value stands in the file: keys of sections, positions in lists. */
export type KeyPath = readonly (string | number)[];

const bare = /^[\w-]+$/;
const longestKey = 60;

/** The path as people read it: `orders.statuses[0]`, `extraFields["lines.Price"]`. */
export function formatPath(path: KeyPath): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (bare.test(key)) text += text === '' ? shortened(key) : `.${shortened(key)}`;
    else text += `[${JSON.stringify(shortened(key))}]`;
  }
  return text;
}

/** The path as a key of a map. */
export const pathKey = (path: KeyPath): string => JSON.stringify(path);

/** Shortened, and without what follows a colon: `{password:x}` makes `password:x` a key. */
function shortened(key: string): string {
  const colon = key.search(/[:=]/);
  if (colon >= 0 && colon < key.length - 1)
    return `${key.slice(0, Math.min(colon + 1, longestKey))}…`;
  return key.length > longestKey ? `${key.slice(0, longestKey)}…` : key;
}
