import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { loadConfiguration } from '../../src/connections/load.ts';
import { configurationOf, faultsOf, loadText } from './written-file.ts';

test('every fault of a file is listed in one go, with its line and key', () => {
  const text = `# line 1
connections:
  nordlys:
    source:
      system: 24sevenoffice
      applicationId: \${APPLICATION_ID}
      username: integration
      password: source-password
      timeZone: Europe/Olso
    warehouse:
      url: http://api.ongoingsystems.se/nord
      username: crossdock
      passwort: warehouse-password
      goodsOwnerId: one
    orders:
      every: "15 minutes"
      statuses: [Confirmd, Draft]
      extraFields:
        lines.Prise: prices.linePrice
    shipments:
      every: 2s
      every: 15m
      statusOnShipped: Invoiced
  havna:
    warehouse: {}
`;
  expect(faultsOf(text)).toEqual([
    '6 connections.nordlys.source.applicationId: the environment variable APPLICATION_ID isn’t set; set it, or write ${APPLICATION_ID:-default}',
    '9 connections.nordlys.source.timeZone: "Europe/Olso" is not a time zone; write its IANA name, such as Europe/Oslo',
    '10 connections.nordlys.warehouse.password: is missing; write it, for example ${NORDLYS_ONGOING_PASSWORD}',
    '11 connections.nordlys.warehouse.url: "http://api.ongoingsystems.se/nord" would send the credentials unencrypted; write https (http is only for localhost, 127.0.0.1 and ::1)',
    '13 connections.nordlys.warehouse.passwort: unknown key; did you mean password?',
    '14 connections.nordlys.warehouse.goodsOwnerId: "one" is not a whole number from 1 to 2147483647',
    '16 connections.nordlys.orders.every: "15 minutes" is not a duration; write 15m, 1h or 30s',
    '17 connections.nordlys.orders.statuses[0]: "Confirmd" is not an order status of 24SevenOffice; did you mean Confirmed?',
    '17 connections.nordlys.orders.statuses[1]: "Draft" stands in orders.statuses and in orders.cancelStatuses; keep it in one',
    '19 connections.nordlys.orders.extraFields["lines.Prise"]: not a field of 24SevenOffice’s orders; did you mean lines.Price?',
    '21 connections.nordlys.shipments.every: "2s" is too short an interval; write 5s or more',
    '22 connections.nordlys.shipments.every: stands here twice, first on line 21; keep one',
    '23 connections.nordlys.shipments.statusOnShipped: "Invoiced" is a status that is never written; choose another',
    '24 connections.havna.source: is missing; write a section with system: 24sevenoffice or orderdesk',
  ]);
});

test('a fault’s text names file, line, key and what to write', () => {
  const loaded = loadText('connections:\n  nordlys: 5\n');
  if (loaded.ok) throw new Error('it has a fault');
  const [fault] = loaded.faults;
  expect(fault?.text).toBe(`${fault?.file}:2 ${fault?.path}: ${fault?.message}`);
  expect(fault?.path).toBe('connections.nordlys');
});

describe('a file that isn’t a configuration', () => {
  test.each([
    ['', '- : the file is empty; begin with connections: and one connection below it'],
    ['# nothing\n', '- : the file is empty; begin with connections: and one connection below it'],
    ['- a\n', '- : the file must begin with connections: and one connection below it'],
    [
      'connections:\n',
      '1 connections: there is no connection; write one, as in examples/crossdock.yaml',
    ],
    [
      'connections: {}\n',
      '1 connections: there is no connection; write one, as in examples/crossdock.yaml',
    ],
    ['connections: [a]\n', '1 connections: must be a section with one key for each connection'],
    ['connections:\n  a: [1\n  b: 2\n', '3 : the indentation is wrong, or a bracket is not closed'],
    ['connections:\n\ta: 1\n', '2 : a tab is used for indentation; use spaces'],
    ['connections: {}\n---\na: 1\n', '2 : the file holds a second document (after ---); keep one'],
    ['connections:\n  a: {b: c: d}\n', expect.stringMatching(/^2 : /)],
    ['connections: *gone\n', '1 connections: no anchor (&name) above has this name'],
    [
      'connections: {a: {source: ${X}}}\n',
      '1 : something stands here that YAML doesn’t expect; is a quote or a bracket missing? Inside { } and [ ] a variable needs quotes: "${NAME}"',
    ],
  ])('%j', (text, fault) => {
    expect(faultsOf(text)[0]).toEqual(fault);
  });

  test('is refused above 1 MB', () => {
    expect(faultsOf(`# ${'x'.repeat(1024 * 1024)}\n`)).toEqual([
      '- : is larger than 1 MB; no configuration is',
    ]);
  });

  test('is refused where it is missing, or a folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'crossdock-test-'));
    try {
      const missing = loadConfiguration(join(folder, 'crossdock.yaml'), { env: {} });
      expect(missing).toMatchObject({
        ok: false,
        faults: [{ line: null, path: '', message: expect.stringContaining('--config') }],
      });
      const inFolder = loadConfiguration(folder, { env: {} });
      expect(inFolder).toMatchObject({ faults: [{ message: 'is a folder; name the file in it' }] });
      writeFileSync(join(folder, 'file'), '');
      const below = loadConfiguration(join(folder, 'file', 'crossdock.yaml'), { env: {} });
      expect(below).toMatchObject({
        faults: [{ message: expect.stringContaining('no such file') }],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('anchors and aliases share what connections have in common', () => {
  const { connections } = configurationOf(`connections:
  nordlys:
    source: &account { system: 24sevenoffice, applicationId: a, username: b, password: c }
    warehouse: { url: https://wms1.ongoingsystems.se/nord, username: d, password: e, goodsOwnerId: 1 }
  havna:
    source: *account
    warehouse: { url: https://wms1.ongoingsystems.se/nord, username: d, password: e, goodsOwnerId: 2 }
`);
  expect(connections.map(({ id, source }) => [id, source.system])).toEqual([
    ['nordlys', '24sevenoffice'],
    ['havna', '24sevenoffice'],
  ]);
});
