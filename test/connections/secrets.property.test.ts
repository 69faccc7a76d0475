import { inspect } from 'node:util';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkCommand } from '../../src/cli/check.ts';
import { Secret } from '../../src/systems/kit/settings/secret.ts';
import { fileWith, leastStore, loadText } from './written-file.ts';

const characters = Array.from('abcXYZ0189 !#$%&*(){}[]:;,.?@/\\\'"`~^|<>=+-_\n\tæ');
const secrets = fc
  .string({ unit: fc.constantFrom(...characters), minLength: 4, maxLength: 80 })
  .map((random) => `S3cret${random}`);

/** What a message would show of it at least: its beginning. */
const shows = (said: string): boolean => said.includes('S3cret');

const secretPaths = [
  'source/password',
  'source/applicationId',
  'warehouse/password',
  'webhooks/token',
];
const anyPath = [
  'name',
  'source/system',
  'source/url',
  'source/username',
  'source/identityId',
  'source/timeZone',
  'warehouse/api',
  'warehouse/url',
  'warehouse/goodsOwnerId',
  'warehouse/statuses/picked',
  'warehouse/statuses/other/425',
  'orders/enabled',
  'orders/every',
  'orders/since',
  'orders/statusOnImport',
  'orders/extraFields/ProjectId',
  'shipments/reportAt',
  'shipments/trackingField',
  'stock/quantity',
  'stock/maxShareToZero',
];

describe('a secret never stands in a message', () => {
  test('written under its own key, or under a misspelt one', () => {
    const paths = [
      ...secretPaths,
      'source/passwort',
      'warehouse/token',
      'password',
      'source/apiKey',
    ];
    fc.assert(
      fc.property(secrets, fc.constantFrom(...paths), (secret, path) => {
        const loaded = loadText(fileWith({ 'orders/every': 'x', [path]: secret }));
        expect(loaded.ok).toBe(false);
        expect(shows(JSON.stringify(loaded))).toBe(false);
      }),
    );
  });

  test('given by a variable, under any key', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...secretPaths, ...anyPath), (secret, path) => {
        const text = fileWith({ 'orders/every': 'x', [path]: '${SECRET}' });
        const loaded = loadText(text, { SECRET: secret });
        expect(loaded.ok).toBe(false);
        expect(shows(JSON.stringify(loaded))).toBe(false);
      }),
    );
  });

  test('given as a variable’s default, or beside one', () => {
    fc.assert(
      fc.property(
        secrets.filter((secret) => !secret.includes('}')),
        fc.constantFrom(...anyPath),
        (secret, path) => {
          const inDefault = loadText(
            fileWith({ 'orders/every': 'x', [path]: `\${GONE:-${secret}}` }),
          );
          expect(shows(JSON.stringify(inDefault))).toBe(false);
        },
      ),
    );
  });

  test('in a file whose YAML is broken around it', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom('', '"', "'", '{', '[', '- '), (secret, before) => {
        const text = `connections:\n  a:\n    source:\n      password: ${before}${secret}\n   x: [\n`;
        expect(shows(JSON.stringify(loadText(text)))).toBe(false);
      }),
    );
  });

  test('of Order Desk', () => {
    const loaded = loadText(fileWith({ 'source/apiKey': 'S3cret\n', 'orders/x': 1 }, leastStore));
    expect(loaded.ok).toBe(false);
    expect(shows(JSON.stringify(loaded))).toBe(false);
  });
});

test('a configuration shows no secret where it is logged, printed or turned into JSON', async () => {
  const loaded = loadText(
    fileWith(Object.fromEntries(secretPaths.map((path) => [path, 'S3cret-0001']))),
  );
  expect(loaded.ok).toBe(true);
  expect(shows(JSON.stringify(loaded))).toBe(false);
  expect(shows(inspect(loaded, { depth: 20 }))).toBe(false);
  expect(`${String(new Secret('S3cret'))} ${JSON.stringify(new Secret('S3cret'))}`).toBe(
    '(secret) "(secret)"',
  );
  expect(await checkCommand({ config: '/' }, { write: () => true })).toBe(2);
});
