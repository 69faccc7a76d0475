import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { sourceFiles } from './source-files.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Manifest & { readonly resolved?: string }>>;
};

test('the image has the Node that .node-version names', () => {
  expect(read('Dockerfile')).toContain(`ARG NODE_VERSION=${read('.node-version').trim()}\n`);
  expect(read('Dockerfile').match(/^FROM node:/gm)).toHaveLength(2);
  expect(read('Dockerfile')).not.toMatch(/^FROM node:\d/m);
});

test('a version that is held, and an override, says why', () => {
  const rows = [...read('CONTRIBUTING.md').matchAll(/^\| `([^`]+)` +\| (\S+)/gm)];
  const reasons = new Map(rows.map(([, name, version]) => [name, version]));
  const exact = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !version.startsWith('^'),
  );
  const held = [...exact, ...Object.entries(manifest.overrides ?? {})];
  const named = held.map(([name]) => [
    name,
    reasons.get(name.replace(/^(@temporalio\/).*/, '$1*')),
  ]);
  expect(named).toEqual(held);
});

test('a clean install works on every platform, from any registry', () => {
  const { packages } = lock;
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(`node_modules/${name}` in packages) && !(`${at}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
  const resolved = Object.entries(packages).filter(([, { resolved: url }]) => url !== undefined);
  expect(resolved).toEqual([]);
});

test('every dependency is imported, or is a tool', () => {
  const tools = /^(?:@types\/\w+|oxlint|oxlint-tsgolint|prettier|typescript)$/;
  const folders = ['src', 'workflows', 'activities', 'sandbox', 'test', 'bench', 'scripts'];
  const imported = new Set(
    sourceFiles(folders, ['.ts', '.mjs']).flatMap(({ text }) =>
      [...text.matchAll(/(?:from|import|import\()\s*'((?:@[\w.-]+\/)?[\w.-]+)/g)].map(
        ([, name]) => name,
      ),
    ),
  );
  const unused = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    (name) => !tools.test(name) && !imported.has(name),
  );
  expect(unused).toEqual([]);
});
