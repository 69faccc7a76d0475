import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A line of a file in a room. */
type Line = readonly [path: string, line: string];

const refused: readonly Line[] = [
  ['workflows/a.ts', "export * from '../src/systems/call.ts';"],
  ['workflows/a.ts', "export type * from '../src/systems/source.ts';"],
  ['workflows/order/a.ts', "export { create } from '../../activities/index.ts';"],
  ['workflows/a.ts', "import 'node:crypto';"],
  ['workflows/a.ts', "import 'zod';"],
  ['workflows/a.ts', "import '@temporalio/client';"],
  ['workflows/a.ts', 'export const exit = () => process.exit();'],
  ['src/domain/a.ts', "export type * from '../systems/call.ts';"],
  ['src/domain/order/a.ts', "export * from '../../connections/load.ts';"],
  ['src/domain/a.ts', "import '@temporalio/common';"],
  ['src/domain/a.ts', "import 'node:fs';"],
  ['src/domain/a.ts', "import 'undici';"],
  ['src/systems/a.ts', "export * from '../connections/load.ts';"],
  ['src/systems/a.ts', "import '@temporalio/common';"],
  ['src/systems/ongoing/a.ts', "export * from '../24sevenoffice/settings.ts';"],
  ['src/systems/ongoing/a.ts', "export type * from '../../connections/load.ts';"],
  ['src/systems/ongoing/a.ts', "export * from '../registry.ts';"],
  ['src/systems/a-third/rest/a.ts', "export * from '../../ongoing/settings.ts';"],
  ['src/systems/a-third/rest/a.ts', "import '@temporalio/activity';"],
  ['src/systems/kit/rest/a.ts', "export * from '../../orderdesk/settings.ts';"],
  ['src/systems/ongoing/rest/orders/a.ts', "export * from '../../../orderdesk/settings.ts';"],
  ['src/systems/ongoing/rest/orders/a.ts', "export * from '../../../../temporal/worker.ts';"],
  ['src/systems/ongoing/contract/a.ts', "export * from '../settings.ts';"],
  ['src/systems/ongoing/contract/a.ts', "export * from '../../kit/call-context.ts';"],
  ['src/connections/a.ts', "import '../../activities/index.ts';"],
  ['src/connections/file/a.ts', "export * from '../../temporal/apply.ts';"],
  ['src/connections/a.ts', "export * from '../systems/ongoing/settings.ts';"],
  ['src/temporal/a.ts', "export * from '../systems/orderdesk/open.ts';"],
  ['src/http/a.ts', "export type * from '../systems/ongoing/settings.ts';"],
  ['activities/a.ts', "export * from '../src/systems/24sevenoffice/index.ts';"],
  ['src/connections/a.ts', "import '@temporalio/client';"],
  ['sandbox/a.ts', "export * from '../src/systems/ongoing/schema.ts';"],
  ['sandbox/ongoing/a.ts', "export * from '../../src/systems/kit/call-context.ts';"],
  ['sandbox/ongoing/a.ts', "export type * from '../../activities/index.ts';"],
  ['sandbox/a.ts', "import '@temporalio/client';"],
  ['activities/a.ts', "export * from '../src/temporal/worker.ts';"],
  ['activities/a.ts', "export * from '../sandbox/server.ts';"],
  ['activities/a.ts', "export * from '../workflows/order/order.ts';"],
  ['activities/a.ts', "import '@temporalio/workflow';"],
  ['src/temporal/a.ts', "export const start = () => import('../../sandbox/start.ts');"],
  ['src/temporal/a.ts', "export * from '../http/start-http.ts';"],
  ['src/temporal/a.ts', "export { order } from '../../workflows/order/order.ts';"],
  ['src/http/a.ts', "export * from '../cli/main.ts';"],
  ['src/http/a.ts', "export * from '../../workflows/order/order.ts';"],
  ['src/cli/a.ts', "export * from '../../sandbox/start.ts';"],
  ['src/cli/a.ts', "export type * from '../systems/a-third/rest/client.ts';"],
  ['src/cli/dev/a.ts', "export * from '../../systems/ongoing/index.ts';"],
  ['src/cli/a.ts', "export * from '../../workflows/order/order.ts';"],
  ['src/cli/dev/a.ts', "export * from '../../../workflows/order/order.ts';"],
];

const allowed: readonly Line[] = [
  ['workflows/a.ts', "export type * from '../activities/index.ts';"],
  ['workflows/order/a.ts', "export * from '../../src/domain/stage.ts';"],
  ['workflows/order/steps/a.ts', "export * from '../step.ts';"],
  ['workflows/a.ts', "import '@temporalio/workflow';"],
  ['src/domain/order/a.ts', "export * from '../stage.ts';"],
  ['src/domain/a.ts', "import 'decimal.js';"],
  ['src/systems/a.ts', "export * from './ongoing/index.ts';"],
  ['src/systems/ongoing/a.ts', "export * from '../kit/call-context.ts';"],
  ['src/systems/ongoing/rest/orders/a.ts', "export * from '../../settings.ts';"],
  ['src/systems/ongoing/rest/orders/a.ts', "export * from '../../../ports/warehouse.ts';"],
  ['src/systems/ongoing/rest/a.ts', "export * from '../../../domain/order.ts';"],
  ['src/systems/ongoing/contract/a.ts', "export * from '../../../domain/order.ts';"],
  ['sandbox/ongoing/a.ts', "export * from '../../src/systems/ongoing/contract/order.ts';"],
  ['sandbox/ongoing/orders/a.ts', "export * from '../store.ts';"],
  ['src/connections/file/a.ts', "export * from '../../systems/registry.ts';"],
  ['src/connections/a.ts', "export * from '../systems/kit/settings/field.ts';"],
  ['activities/a.ts', "export * from '../src/systems/packing-slip/fetch.ts';"],
  ['activities/a.ts', "export * from '../src/connections/find.ts';"],
  ['src/temporal/a.ts', "export type * from '../../workflows/order/order.ts';"],
  ['src/cli/dev/a.ts', "export * from '../../../sandbox/start.ts';"],
];

const circle: readonly Line[] = [
  ['src/domain/one.ts', "import { two } from './two.ts';\nexport const one = () => two;"],
  ['src/domain/two.ts', "import { one } from './one.ts';\nexport const two = () => one;"],
  ['src/domain/by-type.ts', "import type { one } from './one.ts';\nexport type One = typeof one;"],
];

// A house of these lines, each in a file of its own, linted as ours is.
const house = mkdtempSync(join(tmpdir(), 'crossdock-house-'));
afterAll(() => rmSync(house, { recursive: true }));
const numbered = [...refused, ...allowed].map(([path, line], number): Line => [
  path.replace(/a\.ts$/, `a${number}.ts`),
  line,
]);
for (const [path, line] of [...numbered, ...circle]) {
  mkdirSync(join(house, dirname(path)), { recursive: true });
  writeFileSync(join(house, path), `${line}\n`);
}
cpSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
const { stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', '.'], {
  cwd: house,
  encoding: 'utf8',
});
const linted = new Set(
  [...stdout.matchAll(/^([^:\n]+):.*(?:no-restricted|no-cycle)/gm)].map(([, path]) => path),
);

describe('dependencies point one way: the linter', () => {
  test.each(refused.map(([path, line], number) => [path, line, numbered[number]?.[0]]))(
    'refuses in %s: %s',
    (_path, _line, file) => {
      expect(linted).toContain(file);
    },
  );

  test.each(
    allowed.map(([path, line], number) => [path, line, numbered[refused.length + number]?.[0]]),
  )('lets be in %s: %s', (_path, _line, file) => {
    expect(linted).not.toContain(file);
  });

  test('refuses files that wait for each other, and no type', () => {
    expect(circle.map(([path]) => linted.has(path))).toEqual([true, true, false]);
  });
});

test('there is no room without a rule', () => {
  const folders = (of: string) =>
    readdirSync(join(root, of), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  expect(folders('src')).toEqual(['cli', 'connections', 'domain', 'http', 'systems', 'temporal']);
});
