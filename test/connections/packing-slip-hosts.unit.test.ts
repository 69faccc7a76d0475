import { expect, test } from 'vitest';

import { configurationOf, faultsOf, fileWith, leastStore } from './written-file.ts';

const hostsOf = (text: string) =>
  configurationOf(text).connections.flatMap(
    ({ source }) => source.settings['packingSlipHosts'] ?? [],
  );

test('packing slips come from public addresses only, where nothing is written', () => {
  expect(hostsOf(fileWith({}, leastStore))).toEqual([]);
  expect(hostsOf(fileWith({}))).toEqual([]);
});

test.each([
  ['files.internal', 'files.internal'],
  ['Files.Internal', 'files.internal'],
  ['localhost', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', '::1'],
  ['fd00::5', 'fd00::5'],
])('a host %s', (written, host) => {
  expect(hostsOf(fileWith({ 'orders/packingSlipHosts': [written] }, leastStore))).toEqual([host]);
});

test.each([
  'https://files.internal',
  'files.internal/slips',
  'files.internal:8080',
  '*.internal',
  'a b',
  'user@files.internal',
  '10.0.0.0/8',
  '0x7f.1',
])('no host: %s', (written) => {
  const faults = faultsOf(fileWith({ 'orders/packingSlipHosts': [written] }, leastStore));
  expect(faults).toEqual([expect.stringContaining('is not a host name such as files.internal')]);
});
