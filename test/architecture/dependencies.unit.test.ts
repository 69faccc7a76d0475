import { describe, expect, test } from 'vitest';

import { importsOf } from './imports.ts';
import { circles, wrongImports, wrongInBundle } from './rooms.ts';
import { sourceFiles } from './source-files.ts';

const product = sourceFiles(['src', 'workflows', 'activities'], ['.ts']);

describe('dependencies point one way', () => {
  test('every import is one that its room may have', () => {
    expect(product.length).toBeGreaterThan(20);
    expect(wrongImports(product)).toEqual([]);
  });

  test('nothing that workflows load needs more than a workflow has', () => {
    expect(wrongInBundle(product)).toEqual([]);
  });

  test('no files wait for each other', () => {
    expect(circles(product)).toEqual([]);
  });
});

describe('a wrong import would be seen', () => {
  test.each([
    ['workflows/a.ts', "import { call } from '../src/systems/call.ts';"],
    ['workflows/a.ts', "import type { Source } from '../src/systems/source.ts';"],
    ['workflows/a.ts', "import { create } from '../activities/index.ts';"],
    ['workflows/a.ts', "import { type Activities } from '../activities/index.ts';"],
    ['workflows/a.ts', "import { createHash } from 'node:crypto';"],
    ['workflows/a.ts', "import { z } from 'zod';"],
    ['src/domain/a.ts', "import type { Call } from '../systems/call.ts';"],
    ['src/domain/a.ts', "import { ApplicationFailure } from '@temporalio/common';"],
    ['src/systems/a.ts', "import {\n  one,\n  two,\n} from '../connections/load.ts';"],
    ['src/systems/ongoing/a.ts', "export * from '../24sevenoffice/settings.ts';"],
    ['src/connections/a.ts', "import { client } from '../systems/ongoing/client.ts';"],
    ['src/connections/a.ts', "import '../../activities/index.ts';"],
    ['sandbox/a.ts', "import { schema } from '../src/systems/ongoing/schema.ts';"],
    ['src/temporal/a.ts', "const { start } = await import('../../sandbox/start.ts');"],
    ['src/temporal/a.ts', "import { order } from '../../workflows/order/index.ts';"],
    ['src/http/a.ts', "export { run } from '../cli/main.ts';"],
    ['activities/a.ts', "import { worker } from '../src/temporal/worker.ts';"],
    ['activities/a.ts', "import { sleep } from '@temporalio/workflow';"],
    ['src/elsewhere/a.ts', ''],
  ])('%s: %s', (path, text) => {
    expect(wrongImports([{ path, text }])).toHaveLength(1);
  });

  test.each([
    ['workflows/a.ts', "import type { Activities } from '../activities/index.ts';"],
    ['workflows/a.ts', "import { stages } from '../src/domain/stage.ts';"],
    ['src/systems/ongoing/a.ts', "import { limiter } from '../pacing/lane.ts';"],
    ['src/connections/a.ts', "import { settings } from '../systems/ongoing/settings.ts';"],
    ['src/cli/a.ts', "import { sandbox } from '../../sandbox/start.ts';"],
    ['src/domain/a.ts', "// import { x } from '../systems/call.ts';"],
    ['src/domain/a.ts', "/**\n * import { x } from '../systems/call.ts';\n */"],
    ['src/domain/a.ts', "export const from = 'elsewhere';"],
  ])('and a right one is let be: %s: %s', (path, text) => {
    expect(wrongImports([{ path, text }])).toEqual([]);
  });

  test('in the bundle, behind a domain file', () => {
    const files = [
      { path: 'workflows/order.ts', text: "import { hash } from '../src/domain/hash.ts';" },
      { path: 'src/domain/hash.ts', text: "export * from './deep.ts';" },
      { path: 'src/domain/deep.ts', text: "import { createHash } from 'crypto';" },
      { path: 'src/domain/other.ts', text: "import { z } from 'zod';" },
    ];
    expect(wrongImports(files)).toEqual([]);
    expect(wrongInBundle(files)).toEqual(['src/domain/deep.ts imports crypto']);
  });

  test('in a circle', () => {
    const files = [
      { path: 'src/domain/a.ts', text: "import { b } from './b.ts';" },
      {
        path: 'src/domain/b.ts',
        text: "import { c } from './c.ts';\nimport type { A } from './a.ts';",
      },
      { path: 'src/domain/c.ts', text: "import { b } from './b.ts';" },
    ];
    expect(circles(files)).toEqual(['src/domain/b.ts → src/domain/c.ts → src/domain/b.ts']);
  });
});

test('what an import is', () => {
  const text = "import x, { type Y } from '@scope/name/deep.js';\nimport type { Z } from './z.ts';";
  expect(importsOf({ path: 'src/cli/a.ts', text })).toMatchObject([
    { module: '@scope/name', path: undefined, typeOnly: false },
    { module: undefined, path: 'src/cli/z.ts', typeOnly: true },
  ]);
});
