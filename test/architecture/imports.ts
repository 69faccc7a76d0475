import { posix } from 'node:path';

import type { SourceFile } from './source-files.ts';

export interface Import {
  /** As written: `../domain/order.ts`, `node:fs`, `zod`. */
  readonly specifier: string;
  /** From the root of the repository where it is a file of ours: `src/domain/order.ts`. */
  readonly path: string | undefined;
  /** The npm package or `node:` module where it is none of ours: `@temporalio/client`, `node:fs`. */
  readonly module: string | undefined;
  /** Vanishes when compiled. `import { type A }` does not: the module is still loaded. */
  readonly typeOnly: boolean;
}

const statement =
  /^\s*(?:import|export)\s+(?<type>type\s+(?!from\b))?(?:[\w$*{},\s]+?\sfrom\s+)?(?<quote>['"])(?<specifier>[^'"]+)\k<quote>/gm;
const dynamic = /\bimport\(\s*(?<quote>['"])(?<specifier>[^'"]+)\k<quote>\s*\)/g;

/** What a file imports or exports again. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const found = [...text.matchAll(statement), ...text.matchAll(dynamic)];
  return found.map(({ groups }) => {
    const specifier = groups?.['specifier'] ?? '';
    const ours = specifier.startsWith('.');
    return {
      specifier,
      path: ours ? posix.join(posix.dirname(path), specifier) : undefined,
      module: ours ? undefined : moduleOf(specifier),
      typeOnly: groups?.['type'] !== undefined,
    };
  });
}

function moduleOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
