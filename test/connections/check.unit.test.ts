import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { checkCommand } from '../../src/cli/check.ts';
import { findConfiguration } from '../../src/connections/find.ts';
import { fileWith } from './written-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossdock-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function check(text: string, json = false) {
  const config = join(folder, 'crossdock.yaml');
  writeFileSync(config, text);
  let printed = '';
  const code = await checkCommand({ config, json }, { write: (part: string) => (printed += part) });
  return { code, printed: printed.replaceAll(config, 'crossdock.yaml') };
}

describe('crossdock check', () => {
  test('says what is on, how often, and what to know of it', async () => {
    const changes = {
      name: 'Nordlys AS',
      'shipments/enabled': false,
      'orders/every': '90s',
      'articles/variations': true,
      'stock/enabled': false,
    };
    const { code, printed } = await check(fileWith(changes));
    expect(code).toBe(0);
    expect(printed.split('\n')).toEqual([
      'crossdock.yaml: 1 connection, nothing is wrong',
      '  nordlys (Nordlys AS): 24SevenOffice to Ongoing WMS; orders every 90s, shipments off, articles every 15m, suppliers off, stock off',
      'note crossdock.yaml:19 connections.nordlys.articles.variations: the vendor’s contract has no variants: each is its own article',
      '',
    ]);
  });

  test('prints every fault on a line of its own and ends with 2', async () => {
    const { code, printed } = await check(fileWith({ 'orders/every': 'x', 'orders/evry': 'y' }));
    expect(code).toBe(2);
    expect(printed.split('\n')).toEqual([
      'crossdock.yaml:14 connections.nordlys.orders.every: "x" is not a duration; write 15m, 1h or 30s',
      'crossdock.yaml:15 connections.nordlys.orders.evry: unknown key; did you mean every?',
      '',
    ]);
  });

  test('--json prints one document', async () => {
    const good = await check(fileWith({}), true);
    expect(good.code).toBe(0);
    expect(JSON.parse(good.printed)).toEqual({
      ok: true,
      file: 'crossdock.yaml',
      connections: [
        {
          id: 'nordlys',
          name: 'nordlys',
          source: '24sevenoffice',
          warehouse: 'ongoing',
          runnable: true,
          processes: {
            orders: { enabled: true, everyMs: 900_000 },
            shipments: { enabled: true, everyMs: 900_000 },
            articles: { enabled: true, everyMs: 900_000 },
            suppliers: { enabled: false, everyMs: 900_000 },
            stock: { enabled: true, everyMs: 900_000 },
          },
        },
      ],
      notices: [],
    });
    const bad = await check('connections:\n', true);
    expect(bad.code).toBe(2);
    expect(JSON.parse(bad.printed)).toEqual({
      ok: false,
      file: 'crossdock.yaml',
      faults: [
        {
          file: 'crossdock.yaml',
          line: 1,
          path: 'connections',
          message: 'there is no connection; write one, as in examples/crossdock.yaml',
        },
      ],
    });
  });

  test('a file that isn’t there is one message with the next step', async () => {
    let printed = '';
    const write = (part: string) => (printed += part);
    const code = await checkCommand({ config: join(folder, 'gone.yaml') }, { write });
    expect(code).toBe(2);
    expect(printed.trimEnd().split('\n')).toHaveLength(1);
    expect(printed).toContain('copy examples/crossdock.yaml there, or name another with --config');
  });
});

test.each([
  [{ option: 'a.yaml', env: { CROSSDOCK_CONFIG: 'b.yaml' } }, 'a.yaml'],
  [{ env: { CROSSDOCK_CONFIG: 'b.yaml' } }, 'b.yaml'],
  [{ env: { CROSSDOCK_CONFIG: '' } }, 'crossdock.yaml'],
  [{ env: {} }, 'crossdock.yaml'],
])('the file of %j is %s', (finding, file) => {
  expect(findConfiguration(finding)).toBe(file);
});
