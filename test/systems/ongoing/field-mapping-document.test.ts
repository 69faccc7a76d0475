import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { extraFieldTargets } from '../../../src/systems/ongoing/settings.ts';

const document = readFileSync(new URL('../../../docs/field-mapping.md', import.meta.url), 'utf8');

test('the document lists every extra field, at its level, with its type and length', () => {
  const [, lists = ''] = document.split('### Fields of the order');
  const [order = '', line = ''] = lists.split('### Fields of the line');
  const listed = Object.fromEntries(
    [
      ['order', order],
      ['line', line],
    ].flatMap(([level = '', text = '']) =>
      [...text.matchAll(/^\| `([^`]+)`\s*\| (\w+)\s*\| (\d*)\s*\|$/gm)].map(
        ([, path = '', type, length]) => [
          path,
          { level, type, ...(length === '' ? {} : { maxLength: Number(length) }) },
        ],
      ),
    ),
  );
  expect(listed).toEqual(extraFieldTargets);
});
