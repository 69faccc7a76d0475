import { describe, expect, test } from 'vitest';

import { networkFault } from '../../../src/systems/kit/errors/network-faults.ts';
import { retryAfterMs } from '../../../src/systems/kit/errors/retry-after.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('a request that broke', () => {
  test.each<[string, unknown, object]>([
    ['before it was sent', withCode('ECONNREFUSED'), { sent: false }],
    ['at an unknown name', withCode('ENOTFOUND'), { sent: false, addressInDoubt: true }],
    ['at a certificate', withCode('CERT_HAS_EXPIRED'), { sent: false }],
    ['at a certificate of any kind', withCode('ERR_TLS_HANDSHAKE_CERT'), { sent: false }],
    ['at the handshake', withCode('ERR_SSL_WRONG_VERSION_NUMBER'), { sent: false }],
    ['on its way', withCode('ECONNRESET'), { sent: true }],
    ['with the cause inside', new Error('x', { cause: withCode('ENETDOWN') }), { sent: false }],
    ['by its time', new DOMException('x', 'TimeoutError'), { sent: true }],
    ['for a reason nobody knows', 'x', { sent: true, words: 'the connection broke' }],
  ])('%s', (_what, error, expected) => {
    expect(networkFault(error)).toMatchObject(expected);
  });
});

test.each<[string | undefined, string | undefined, number | undefined]>([
  ['7', undefined, 7_000],
  ['0', undefined, 0],
  [' 0.5 ', undefined, 500],
  ['Sat, 21 Nov 2026 10:01:30 GMT', 'Sat, 21 Nov 2026 10:00:00 GMT', 90_000],
  ['Sat, 21 Nov 2026 09:00:00 GMT', 'Sat, 21 Nov 2026 10:00:00 GMT', 0],
  ['86400', undefined, 3_600_000],
  ['soon', undefined, undefined],
  ['', undefined, undefined],
  [undefined, undefined, undefined],
])('Retry-After "%s" at %s: %s ms', (header, date, expected) => {
  expect(retryAfterMs(header, date)).toBe(expected);
});
