import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What variables are taken from. */
export interface VariableSources {
  /** The environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative `${file:…}` paths start from. */
  readonly folder: string;
}

/** A text with its variables filled in. */
export interface Filled {
  readonly text: string;
  /** The variables as they are written: `${NAME}`. */
  readonly variables: readonly string[];
  /** What couldn't be filled in, each a sentence. */
  readonly problems: readonly string[];
}

// `$${` is how a literal `${` is written.
const pattern = /\$(\$\{)|\$\{([^}]*)(\}?)/g;
const named = /^([A-Za-z_]\w*)(?::-(.*))?$/s;
const filed = /^file:(.+)$/s;
const largestFile = 64 * 1024;

/**
 * Fills in `${NAME}`, `${NAME:-default}` and `${file:path}`. What is filled in isn't looked at again.
 * A default also stands for a variable that is set to nothing, as in a shell.
 */
export function fillVariables(text: string, sources: VariableSources): Filled {
  const variables: string[] = [];
  const problems: string[] = [];
  const filled = text.replace(
    pattern,
    (whole: string, literal: string | undefined, inner: string, end: string) => {
      if (literal !== undefined) return literal;
      const found = end === '' ? unclosed() : lookUp(inner, sources);
      if ('problem' in found) problems.push(found.problem);
      else variables.push(described(inner));
      return 'value' in found ? found.value : whole;
    },
  );
  return { text: filled, variables, problems };
}

type Found = { readonly value: string } | { readonly problem: string };

function lookUp(inner: string, sources: VariableSources): Found {
  const file = filed.exec(inner)?.[1];
  if (file !== undefined) return fileContent(file, sources.folder);
  const [matched, name, otherwise] = named.exec(inner) ?? [];
  if (matched === undefined || name === undefined) {
    return {
      problem:
        'a variable is written ${NAME}, ${NAME:-default} or ${file:/path}; for the characters ${ themselves write $${',
    };
  }
  const value = sources.env[name];
  if (otherwise !== undefined)
    return { value: value === undefined || value === '' ? otherwise : value };
  if (value === undefined) {
    return {
      problem: `the environment variable ${name} isn’t set; set it, or write \${${name}:-default}`,
    };
  }
  return { value };
}

const unclosed = (): Found => ({ problem: 'a variable begins with ${ and has no closing }' });

function fileContent(path: string, folder: string): Found {
  const asWritten = `\${file:${path}}`;
  try {
    const full = resolve(folder, path);
    const about = statSync(full);
    if (!about.isFile()) return { problem: `${asWritten} is not a file` };
    if (about.size > largestFile) return { problem: `${asWritten} is larger than 64 KB` };
    return { value: readFileSync(full, 'utf8').replace(/\r?\n$/, '') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return { problem: `the file of ${asWritten} doesn’t exist` };
    }
    return { problem: `the file of ${asWritten} can’t be read; check its permissions` };
  }
}

/** Without its default, which may be as secret as the value. */
function described(inner: string): string {
  const name = named.exec(inner)?.[1];
  return `\${${name ?? inner}}`;
}
