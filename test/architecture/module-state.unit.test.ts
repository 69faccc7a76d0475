import { expect, test } from 'vitest';

import { sourceFiles } from './source-files.ts';

/** Found at the beginning of a line, so at the level of the module. */
const keeps = /^(?:export )?(?:(?:let|var)\b|const [^=]+= new (?:Map|Set|WeakMap|WeakSet)\b)/m;

test('no file that workflows load keeps anything, since all workflows of a worker share it', () => {
  const files = sourceFiles(['workflows', 'src/domain'], ['.ts']);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter(({ text }) => keeps.test(text)).map(({ path }) => path)).toEqual([]);
  expect(keeps.test('const known = new Map<string, number>();')).toBe(true);
});
