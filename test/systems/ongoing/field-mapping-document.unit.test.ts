import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { articleExtraFieldTargets } from '../../../src/systems/ongoing/rest/articles/article-field-targets.ts';
import { extraFieldTargets } from '../../../src/systems/ongoing/rest/orders/extra-field-targets.ts';

const document = readFileSync(new URL('../../../docs/field-mapping.md', import.meta.url), 'utf8');

const [, lists = ''] = document.split('### Fields of the order');
const [order = '', rest = ''] = lists.split('### Fields of the line');
const [line = '', article = ''] = rest.split('### Fields of the article');

const listed = (level: string, text: string) =>
  Object.fromEntries(
    [...text.matchAll(/^\| `([^`]+)`\s*\| (\w+)\s*\| (\d*)\s*\|$/gm)].map(
      ([, path = '', type, length]) => [
        path,
        { level, type, ...(length === '' ? {} : { maxLength: Number(length) }) },
      ],
    ),
  );

test('the document lists every extra field, at its level, with its type and length', () => {
  expect({ ...listed('order', order), ...listed('line', line) }).toEqual(extraFieldTargets);
  expect(listed('article', article)).toEqual(articleExtraFieldTargets);
});
