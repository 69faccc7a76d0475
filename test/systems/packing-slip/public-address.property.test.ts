import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isPublicAddress } from '../../../src/systems/packing-slip/public-address.ts';

/** IPv4 blocks that lead nowhere on the public internet: [first address, bits that are fixed]. */
const setAside: readonly (readonly [string, number, string])[] = [
  ['0.0.0.0', 8, 'unspecified'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'shared by carriers'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local, with metadata services'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'for documents'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'for benchmarks'],
  ['198.51.100.0', 24, 'for documents'],
  ['203.0.113.0', 24, 'for documents'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved and broadcast'],
];

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const textOf = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
const size = (bits: number): number => 2 ** (32 - bits);
const anyAddress = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('an IPv4 address', () => {
  test.each(setAside)('in %s/%i (%s) is refused, mapped into IPv6 too', (first, bits) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: size(bits) - 1 }), (offset) => {
        const address = textOf(numberOf(first) + offset);
        expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false);
      }),
    );
    expect(isPublicAddress(textOf(numberOf(first) + size(bits) - 1))).toBe(false);
  });

  /** Small blocks of the registries that needn't be refused and may be. */
  const either = ['192.31.196.0', '192.52.193.0', '192.88.99.0', '192.175.48.0'].map(numberOf);

  test('anywhere else is let be', () => {
    const isIn = (number: number, first: number, bits: number) =>
      number >= first && number < first + size(bits);
    fc.assert(
      fc.property(anyAddress, (number) => {
        fc.pre(!setAside.some(([first, bits]) => isIn(number, numberOf(first), bits)));
        fc.pre(!either.some((first) => isIn(number, first, 24)));
        expect(isPublicAddress(textOf(number))).toBe(true);
      }),
    );
  });
});

describe('an IPv6 address', () => {
  test.each([
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::7f00:1', 'IPv4 in its old form'],
    ['::ffff:7f00:1', 'IPv4 mapped, in hexadecimal'],
    ['::ffff:0:127.0.0.1', 'IPv4 translated'],
    ['64:ff9b:1::a00:1', 'IPv4 translated locally'],
    ['2002:7f00:1::', '6to4 of 127.0.0.1'],
    ['2001:0:7f00:1::', 'Teredo'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with its zone'],
    ['febf:ffff::1', 'link-local, the last'],
    ['fec0::1', 'site-local'],
    ['fc00::1', 'unique local'],
    ['fd00:ec2::254', 'unique local, with metadata services'],
    ['ff02::1', 'multicast'],
    ['100::1', 'discarded'],
    ['2001:db8::1', 'for documents'],
  ])('%s (%s) is refused', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([0xfc, 0xfd, 0xff])('that begins with byte %i is refused', (first) => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 0, max: 255 }), fc.array(group, { minLength: 7, maxLength: 7 })),
        ([low, rest]) => {
          const address = [first * 256 + low, ...rest].map((one) => one.toString(16)).join(':');
          expect(isPublicAddress(address)).toBe(false);
        },
      ),
    );
  });

  test.each(['2a00:1450:400f::200e', '2606:4700::1111', '2001:4860:4860::8888'])(
    '%s is let be',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

test.each(['', 'localhost', 'example.com', '1.2.3.4.5', '::g'])('%j is no address', (text) => {
  expect(isPublicAddress(text)).toBe(false);
});
