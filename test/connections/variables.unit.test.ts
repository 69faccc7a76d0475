import { describe, expect, test } from 'vitest';

import { Secret } from '../../src/systems/kit/settings/secret.ts';
import { configurationOf, faultsOf, fileWith, leastConnection, loadText } from './written-file.ts';

const revealed = (value: unknown): string | undefined =>
  value instanceof Secret ? value.reveal() : undefined;

const nameOf = (written: string, env: Record<string, string> = {}): string | undefined =>
  configurationOf(fileWith({ name: written }), env).connections[0]?.name;

describe('a variable', () => {
  test.each([
    ['${NAME}', 'Nordlys AS'],
    ['${NAME} (${CITY})', 'Nordlys AS (Oslo)'],
    ['${GONE:-Havna}', 'Havna'],
    ['${EMPTY:-Havna}', 'Havna'],
    ['${NAME:-Havna}', 'Nordlys AS'],
    ['${GONE:-a:-b}', 'a:-b'],
    ['$${NAME}', '${NAME}'],
    ['$NAME', '$NAME'],
    ['${NESTED}', '${NAME}'],
    ['costs $5 {or} so', 'costs $5 {or} so'],
  ])('%s gives %s', (written, name) => {
    const env = { NAME: 'Nordlys AS', CITY: 'Oslo', EMPTY: '', NESTED: '${NAME}' };
    expect(nameOf(written, env)).toBe(name);
  });

  test.each([
    ['${GONE}', 'the environment variable GONE isn’t set; set it, or write ${GONE:-default}'],
    ['${GONE', 'a variable begins with ${ and has no closing }'],
    ['${}', expect.stringContaining('a variable is written ${NAME}')],
    ['${a-b}', expect.stringContaining('a variable is written ${NAME}')],
    ['${file:gone.txt}', 'the file of ${file:gone.txt} doesn’t exist'],
    ['${file:.}', '${file:.} is not a file'],
  ])('%s is a fault that names it', (written, message) => {
    const loaded = loadText(fileWith({ name: written }));
    expect(loaded).toMatchObject({
      ok: false,
      faults: [{ line: 13, path: 'connections.nordlys.name', message }],
    });
  });

  test('may stand for a number, a switch and an entry of a list', () => {
    const env = { OWNER: '102', ON: 'false', STATUS: 'Web' };
    const [connection] = configurationOf(
      fileWith({
        'warehouse/goodsOwnerId': '${OWNER}',
        'orders/enabled': '${ON}',
        'orders/statuses': ['Confirmed', '${STATUS}'],
      }),
      env,
    ).connections;
    expect(connection?.warehouse.settings).toMatchObject({ goodsOwnerId: 102 });
    expect(connection?.source.processes.orders?.enabled).toBe(false);
    expect(connection?.source.settings['orders']).toMatchObject({ statuses: ['Confirmed', 'Web'] });
  });

  test('is named instead of its value', () => {
    expect(faultsOf(fileWith({ 'orders/every': '${EVERY}' }), { EVERY: 'hourly' })).toEqual([
      expect.stringMatching(
        /^\d+ connections\.nordlys\.orders\.every: the value of \$\{EVERY\} is not a duration;/,
      ),
    ]);
  });
});

test('a file’s content is taken without its last newline, and only that', () => {
  const secrets = { one: 'secret\n', two: 'secret\r\n', three: ' secret\n\n' };
  const passwords = Object.keys(secrets).map((name) => {
    const loaded = loadText(fileWith({ 'source/password': `\${file:${name}}` }), {}, secrets);
    if (!loaded.ok) return loaded.faults.map(({ message }) => message);
    const [connection] = loaded.configuration.connections;
    return revealed(connection?.source.settings['password']);
  });
  expect(passwords).toEqual([
    'secret',
    'secret',
    ['the value of ${file:three} holds a line break or another control character'],
  ]);
});

test('values that YAML would read as numbers and switches stay as they are written', () => {
  const text = fileWith({ name: 'NAME', 'source/username': 'USER', 'source/password': 'PASSWORD' })
    .replace('NAME', '0012.50')
    .replace('USER', '1e3')
    .replace('PASSWORD', '007');
  const [connection] = configurationOf(text).connections;
  expect(connection?.name).toBe('0012.50');
  expect(connection?.source.settings).toMatchObject({ username: '1e3' });
  expect(revealed(connection?.source.settings['password'])).toBe('007');
});

test('a section with nothing below it counts as left out', () => {
  const [connection] = configurationOf(
    fileWith({ orders: null, 'warehouse/statuses': null }),
  ).connections;
  expect(connection?.source.processes.orders?.everyMs).toBe(900_000);
  expect(faultsOf(fileWith({ source: null }))).toEqual([
    expect.stringContaining('connections.nordlys.source: is missing'),
  ]);
  expect(leastConnection.source.system).toBe('24sevenoffice');
});
