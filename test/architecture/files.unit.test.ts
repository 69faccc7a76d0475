import { basename } from 'node:path';

import { describe, expect, test } from 'vitest';

import { sourceFiles } from './source-files.ts';

const product = sourceFiles(
  ['src', 'workflows', 'activities', 'sandbox', 'scripts'],
  ['.ts', '.mjs'],
);
const everything = [...product, ...sourceFiles(['test'], ['.ts', '.mjs'])];

describe('files hold one idea', () => {
  test('none is larger than 12,000 bytes', () => {
    const large = product
      .map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) }))
      .filter(({ bytes }) => bytes > 12_000);
    expect(large).toEqual([]);
  });

  test('and its name says which', () => {
    const says = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:(?:\.unit|\.property)?\.test)?\.(?:ts|mjs)$/;
    const saysNothing =
      /^(?:utils?|helpers?|misc|commons?|shared|managers?)\b|-(?:utils?|helpers?|manager)\b/;
    const badly = everything
      .map(({ path }) => path)
      .filter((path) => !says.test(basename(path)) || saysNothing.test(basename(path)));
    expect(badly).toEqual([]);
  });
});

test('no test is left out or left alone', () => {
  const mark = /\b(?:test|describe|it)\.(?:only|skip|todo)\b/;
  expect(everything.filter(({ text }) => mark.test(text)).map(({ path }) => path)).toEqual([]);
});
