import type { z } from 'zod';

import type { ConnectionText } from './connection-text.ts';
import type { KeyPath } from '../systems/kit/settings/key-path.ts';
import type { Tree } from './file/tree.ts';
import { isSection, treeAt } from './file/tree.ts';
import { hint } from '../systems/kit/settings/hint.ts';
import { meaningOf } from './schema/meaning.ts';
import { keysOf, schemaAt } from './schema/unwrap.ts';

const longestShown = 60;

/**
 * The value at the path as messages may show it: in quotes, by the variables that it came from, or
 * not at all.
 */
export function shownValue(
  { document, schema, base, secretKeys }: ConnectionText,
  path: KeyPath,
): string {
  const variables = document.variablesAt([...base, ...path]);
  if (variables.length > 0) return `the value of ${variables.join(' and ')}`;
  const value = treeAt(document.tree, [...base, ...path]);
  const found = schemaAt(schema, path);
  const isSecret = found !== undefined && meaningOf(found)?.secret === true;
  const hidden = isSecret || path.some((key) => secretKeys.has(String(key)));
  // An address or a login with an @ may hold a password or be personal.
  if (typeof value !== 'string' || hidden || value.includes('@')) return 'the value';
  return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);
}

/** The problems that an issue of the schema stands for, each with its path below `base`. */
export function issueProblems(
  issue: z.core.$ZodIssue,
  text: ConnectionText,
): { readonly path: KeyPath; readonly message: string }[] {
  const { document, schema, base } = text;
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const shown = (): string => shownValue(text, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const section = schemaAt(schema, path);
      const known = Object.keys((section && keysOf(section)) ?? {});
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known) }));
    }
    case 'invalid_type':
      return [
        {
          path,
          message: wrongKind(treeAt(document.tree, [...base, ...path]), issue, schema, path),
        },
      ];
    case 'custom':
      return [{ path, message: `${shown()} ${issue.message}` }];
    case 'invalid_union':
      return [{ path, message: `${shown()} is none of the forms that are known here` }];
    default:
      return [{ path, message: issue.message }];
  }
}

/** What is wrong with a key that nobody knows. */
export function unknownKey(key: string, known: readonly string[]): string {
  const colon = key.search(/:./);
  if (colon < 0) return `unknown key; ${hint(key, known)}`;
  return 'unknown key; a colon needs a space after it';
}

function wrongKind(
  value: Tree | undefined,
  issue: z.core.$ZodIssueInvalidType,
  schema: z.core.$ZodType,
  path: KeyPath,
): string {
  const found = schemaAt(schema, path);
  const example = found === undefined ? undefined : meaningOf(found)?.example;
  if (value === undefined) {
    return example === undefined ? 'is missing' : `is missing; write it, for example ${example}`;
  }
  if (value === null) return 'has no value; write one, or delete the line';
  switch (issue.expected) {
    case 'array':
      return 'must be a list, with - before each entry or in [ ]';
    case 'object':
    case 'record':
      return 'must be a section with keys of its own';
    default:
      return `must be a single value, not ${isSection(value) ? 'a section' : 'a list'}`;
  }
}
