import type { ConfigurationDocument, DocumentProblem } from './file/read-document.ts';
import type { KeyPath } from '../systems/kit/settings/key-path.ts';
import { pathKey } from '../systems/kit/settings/key-path.ts';

/** What is wrong with a file, as it is found. */
export interface Problems {
  readonly found: readonly DocumentProblem[];
  add(path: KeyPath, message: string): void;
  /** Adds it unless this very key was complained of, or its value couldn't be made out. */
  addFirst(path: KeyPath, message: string): void;
  /** Whether the value of the key couldn't be made out, so that nothing else can be said of it. */
  isUnreadable(path: KeyPath): boolean;
}

/** The problems of a document, beginning with those of its text. */
export function problemsOf(document: ConfigurationDocument): Problems {
  const found: DocumentProblem[] = [...document.problems];
  const unreadable = new Set(
    found.flatMap((problem) => (problem.unreadable === true ? pathKey(problem.path) : [])),
  );
  const paths = new Set(unreadable);
  const add = (path: KeyPath, message: string): void => {
    paths.add(pathKey(path));
    found.push({ path, line: document.lineOf(path), message });
  };
  return {
    found,
    add,
    addFirst: (path, message) => {
      if (!paths.has(pathKey(path))) add(path, message);
    },
    isUnreadable: (path) => unreadable.has(pathKey(path)),
  };
}
