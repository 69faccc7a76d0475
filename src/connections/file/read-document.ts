import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Pair, ParsedNode } from 'yaml';

import type { KeyPath } from '../../systems/kit/settings/key-path.ts';
import { pathKey } from '../../systems/kit/settings/key-path.ts';
import { nestingOf } from './nesting.ts';
import type { Tree } from './tree.ts';
import type { VariableSources } from './variables.ts';
import { fillVariables } from './variables.ts';
import { yamlProblem } from './yaml-problem.ts';

/** A problem at a place of the document. */
export interface DocumentProblem {
  readonly path: KeyPath;
  readonly line: number | null;
  readonly message: string;
  /** The value couldn't be made out, so that nothing else can be said of it. */
  readonly unreadable?: true;
}

/** What a YAML file says, and where. */
export interface ConfigurationDocument {
  /** Absent where the YAML itself is broken. */
  readonly tree?: Tree;
  readonly problems: readonly DocumentProblem[];
  /** The line of the key, or of the nearest key above that the file has. */
  readonly lineOf: (path: KeyPath) => number | null;
  /** The variables that the value came from, as they are written. */
  readonly variablesAt: (path: KeyPath) => readonly string[];
}

const deepestNesting = 20;
const mostValues = 50_000;

/** Reads YAML and fills in its variables. Collects every problem instead of stopping at the first. */
export function readDocument(text: string, sources: VariableSources): ConfigurationDocument {
  const lineCounter = new LineCounter();
  const problems: DocumentProblem[] = [];
  const lines = new Map<string, number>();
  const variables = new Map<string, readonly string[]>();
  const document = {
    problems,
    lineOf: (path: KeyPath): number | null => {
      for (let length = path.length; length > 0; length -= 1) {
        const line = lines.get(pathKey(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return null;
    },
    variablesAt: (path: KeyPath) => variables.get(pathKey(path)) ?? [],
  };
  const tooDeep = {
    path: [],
    line: null,
    message: `nested more than ${deepestNesting} levels deep`,
  };

  if (nestingOf(text) > deepestNesting) return { ...document, problems: [tooDeep] };
  const yaml = parsed(text, lineCounter);
  if (yaml === undefined) return { ...document, problems: [tooDeep] };

  const textLines = text.split(/\r?\n/);
  for (const error of [...yaml.errors, ...yaml.warnings]) {
    const { line } = lineCounter.linePos(error.pos[0]);
    // A broken line draws further errors after it; the first says it best.
    if (problems.at(-1)?.line === line) continue;
    problems.push({ path: [], line, message: yamlProblem(error, textLines[line - 1] ?? '') });
  }
  if (yaml.errors.length > 0) return document;

  let values = 0;
  const tree = value(yaml.contents, []);
  if (values <= mostValues) return { ...document, tree };
  const message = `more than ${mostValues} values, counting what aliases (*name) repeat`;
  return { ...document, problems: [...problems, { path: [], line: null, message }] };

  function value(node: ParsedNode | null, path: KeyPath): Tree {
    values += 1;
    if (node === null || values > mostValues) return null;
    if (path.length > deepestNesting) {
      problems.push({ ...tooDeep, line: lineOfNode(node) });
      return null;
    }
    if (isAlias(node)) {
      const target = node.resolve(yaml as Document.Parsed) as ParsedNode | undefined;
      if (target !== undefined) return value(target, path);
      problems.push({
        path,
        line: lineOfNode(node),
        message: 'no anchor (&name) above has this name',
        unreadable: true,
      });
      return null;
    }
    if (isMap(node)) return section(node.items, path);
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        lines.set(pathKey([...path, index]), lineOfNode(item));
        return value(item, [...path, index]);
      });
    }
    if (!isScalar(node) || node.value === null) return null;
    return filledIn(typeof node.value === 'string' ? node.value : (node.source ?? ''), path, node);
  }

  function section(pairs: readonly Pair<ParsedNode, ParsedNode | null>[], path: KeyPath): Tree {
    const result = Object.create(null) as Record<string, Tree>;
    for (const pair of pairs) {
      const line = lineOfNode(pair.key);
      const key = isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : undefined;
      if (key === undefined) {
        problems.push({ path, line, message: 'a key must be text on one line' });
        continue;
      }
      const keyPath = [...path, key];
      const earlier = Object.hasOwn(result, key) ? lines.get(pathKey(keyPath)) : undefined;
      if (earlier !== undefined) {
        const message = `stands here twice, first on line ${earlier}; keep one`;
        problems.push({ path: keyPath, line, message });
        continue;
      }
      lines.set(pathKey(keyPath), line);
      result[key] = value(pair.value, keyPath);
    }
    return result;
  }

  function filledIn(raw: string, path: KeyPath, node: ParsedNode): string {
    const filled = fillVariables(raw, sources);
    if (filled.variables.length > 0) variables.set(pathKey(path), filled.variables);
    const line = lineOfNode(node);
    for (const message of filled.problems) problems.push({ path, line, message, unreadable: true });
    return filled.text;
  }

  function lineOfNode(node: ParsedNode): number {
    return lineCounter.linePos(node.range[0]).line;
  }
}

function parsed(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    // Keys that stand twice are found by our own walk: the library's search is quadratic.
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
