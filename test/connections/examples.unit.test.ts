import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { loadConfiguration } from '../../src/connections/load.ts';
import { configurationOf } from './written-file.ts';

const example = (name: string): URL => new URL(`../../examples/${name}`, import.meta.url);

const variablesOf = (text: string): string[] =>
  [...text.matchAll(/^\s*\w+: \$\{([A-Z_0-9]+)\}/gm)].flatMap(([, name]) => name ?? []);

test('the example of a logistics partner has no fault and asks for nothing that isn’t there', () => {
  const text = readFileSync(example('crossdock.yaml'), 'utf8');
  const env = Object.fromEntries(variablesOf(text).map((name) => [name, 'x']));
  expect(Object.keys(env)).toHaveLength(5);
  const { connections, notices } = configurationOf(text, env);
  expect(notices).toEqual([]);
  expect(connections).toMatchObject([{ id: 'nordlys', name: 'Nordlys AS', runnable: true }]);
});

test('the sandbox’s example needs the sandbox’s addresses and nothing else', () => {
  const loaded = loadConfiguration(example('sandbox.yaml').pathname, {
    env: {
      CROSSDOCK_SANDBOX_24SEVENOFFICE_URL: 'http://127.0.0.1:4010/24sevenoffice',
      CROSSDOCK_SANDBOX_ONGOING_URL: 'http://127.0.0.1:4010/ongoing/nord',
      CROSSDOCK_SANDBOX_ORDERDESK_URL: 'http://127.0.0.1:4010/orderdesk/api/v2',
      CROSSDOCK_SANDBOX_ONGOING_SYD_URL: 'http://127.0.0.1:4010/ongoing/syd',
    },
  });
  expect(loaded).toMatchObject({
    ok: true,
    configuration: {
      notices: [],
      connections: [
        {
          id: 'nordlys',
          name: 'Nordlys AS',
          runnable: true,
          source: {
            settings: { url: 'http://127.0.0.1:4010/24sevenoffice' },
            processes: {
              orders: { enabled: true, everyMs: 5_000 },
              shipments: { enabled: true, everyMs: 5_000 },
              articles: { enabled: true, everyMs: 10_000 },
              suppliers: { enabled: true, everyMs: 15_000 },
              stock: { enabled: true, everyMs: 10_000 },
            },
          },
          warehouse: {
            settings: { url: 'http://127.0.0.1:4010/ongoing/nord', goodsOwnerId: 101 },
          },
        },
        {
          id: 'havna',
          runnable: true,
          source: {
            system: 'orderdesk',
            processes: {
              orders: { enabled: true, everyMs: 5_000 },
              shipments: { enabled: true, everyMs: 5_000 },
              catalog: { enabled: true, everyMs: 30_000 },
              stock: { enabled: true, everyMs: 30_000 },
            },
          },
        },
      ],
    },
  });
});
