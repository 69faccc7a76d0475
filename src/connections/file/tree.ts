import type { KeyPath } from '../../systems/kit/settings/key-path.ts';

/**
 * What a file says, before anything is known of its meaning. Every value is the text that was
 * written, so that `007` stays `007`; what is a number or a switch is for the schema to say. Null is
 * a key without a value, or `null`.
 */
export type Tree = null | string | readonly Tree[] | TreeSection;

/** Keys and their values. Has no prototype: any key is only a key. */
export interface TreeSection {
  readonly [key: string]: Tree;
}

/** Whether it has keys. */
export function isSection(tree: Tree | undefined): tree is TreeSection {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree);
}

/** What stands at the path, or undefined where nothing does. */
export function treeAt(tree: Tree | undefined, path: KeyPath): Tree | undefined {
  let at: Tree | undefined = tree;
  for (const key of path) {
    if (Array.isArray(at)) at = typeof key === 'number' ? (at[key] as Tree | undefined) : undefined;
    else if (isSection(at)) at = Object.hasOwn(at, key) ? at[String(key)] : undefined;
    else return undefined;
  }
  return at;
}
