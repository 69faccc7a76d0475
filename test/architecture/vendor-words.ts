import type { SourceFile } from './source-files.ts';

/** A vendor's folder, and the names that its contract gives to members, operations and values. */
export interface Vendor {
  readonly folder: string;
  readonly names: ReadonlySet<string>;
}

/**
 * A name that nobody writes by chance: of several words. `name`, `price` and `status` are anybody's.
 */
const distinctive = /[a-z0-9][A-Z]|_/;

/** The distinctive names of a contract: its keys and its texts, the parts of a path each by itself. */
export function namesIn(contract: readonly SourceFile[]): ReadonlySet<string> {
  const found = contract.flatMap(({ text }) => [
    ...codeOf(text).matchAll(/(?<name>[A-Za-z_]\w*)\??:|(?<quote>['"])(?<text>[^'"\n]+)\k<quote>/g),
  ]);
  const names = found
    .filter(({ groups }) => !/^\.{1,2}\/|^node:/.test(groups?.['text'] ?? ''))
    .flatMap(
      ({ groups }) => (groups?.['name'] ?? groups?.['text'] ?? '').match(/[A-Za-z_]\w*/g) ?? [],
    )
    .filter((name) => distinctive.test(name));
  return new Set(names);
}

/** `src/domain/order.ts says linePrice`, for each vendor's name that stands in a file outside its folder. */
export function strayNames(
  files: readonly SourceFile[],
  vendors: readonly Vendor[],
  allowed: (name: string, path: string) => boolean,
): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const words = new Set(codeOf(text).match(/[A-Za-z_]\w*/g));
    return vendors
      .filter(({ folder }) => !path.startsWith(folder))
      .flatMap(({ names }) => [...words].filter((word) => names.has(word) && !allowed(word, path)))
      .map((word) => `${path} says ${word}`);
  });
}

/** What is left without comments: they may say where a word comes from. */
const codeOf = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
