/**
 * The rules by which an order is mapped and hashed. A hash begins with their number (`2:9f86…`);
 * release 0.1.0 wrote its hashes without. It is raised with every change after which an order that
 * nobody touched would get another hash.
 */
export const hashVersion = 2;

/**
 * Whether being equal or not tells of two hashes that their orders are: not where they were made by
 * different rules. An empty hash stands for no order, and differs from that of any.
 */
export function areComparable(a: string, b: string): boolean {
  return a === '' || b === '' || versionOf(a) === versionOf(b);
}

const versionOf = (hash: string): string => /^(\d+):/.exec(hash)?.[1] ?? '1';
