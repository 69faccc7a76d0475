import type { ServerResponse } from 'node:http';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { fetchPackingSlip, type SlipOptions } from '../../../src/systems/packing-slip/fetch.ts';
import { failureOf } from '../a-call.ts';
import { pdf, redirectsTo, says, type SlipHost, startSlipHost } from './slip-host.ts';

let host: SlipHost;
/** What the names of this test's small internet stand for; each answer is used up. */
let names: Map<string, string[][]>;
let asked: string[];

beforeEach(async () => {
  host = await startSlipHost();
  names = new Map([['slips.test', [['127.0.0.1']]]]);
  asked = [];
});
afterEach(async () => await host.close());

const resolve = async (name: string): Promise<readonly string[]> => {
  asked.push(name);
  const answers = names.get(name) ?? [];
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  if (answer === undefined) throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
  return await Promise.resolve(answer);
};

const at = (path: string, name = 'slips.test') => `http://${name}:${host.port}${path}`;

const get = async (url: string, options: Partial<SlipOptions> = {}) =>
  await fetchPackingSlip(url, {
    allowHosts: ['slips.test'],
    timeoutMs: 5_000,
    signal: new AbortController().signal,
    resolve,
    ...options,
  });

const wrong = { kind: 'attention', attention: 'packing slip' };

describe('a PDF is fetched', () => {
  test('from a host that is allowed', async () => {
    expect(await get(at('/slip.pdf?key=1'))).toEqual(pdf);
    expect(await get(at('/slip.pdf', 'SLIPS.test'))).toEqual(pdf);
  });

  test('by redirects, three of them and no more', async () => {
    host.pages.set('/1', redirectsTo('/2', 301));
    host.pages.set('/2', redirectsTo(at('/3'), 307));
    host.pages.set('/3', redirectsTo('slip.pdf', 308));
    host.pages.set('/0', redirectsTo('/1', 303));
    expect(await get(at('/1'))).toEqual(pdf);
    const failure = await failureOf(get(at('/0')));
    expect(failure.decision).toMatchObject(wrong);
    expect(failure.message).toContain('more than 3 redirects');
  });
});

describe('nothing is asked at an address that isn’t public', () => {
  const addresses: readonly string[] = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '0.0.0.0',
    '10.0.0.1',
    '169.254.169.254',
    '[fd00:ec2::254]',
    '[fe80::1]',
  ];

  test.each(addresses)('written as %s', async (address) => {
    const failure = await failureOf(get(at('/slip.pdf', address)));
    expect(failure.decision).toMatchObject(wrong);
    expect(failure.message).toContain('isn’t a public one');
    expect([host.received, asked]).toEqual([[], []]);
  });

  test.each(addresses)('reached by a redirect to %s', async (address) => {
    host.pages.set('/away', redirectsTo(at('/slip.pdf', address)));
    const failure = await failureOf(get(at('/away')));
    expect(failure.decision).toMatchObject(wrong);
    expect(host.received.map(({ path }) => path)).toEqual(['/away']);
  });

  test.each([
    ['one that is private', ['192.168.1.1']],
    ['a public one and a private one', ['8.8.8.8', '127.0.0.1']],
    ['a private one in IPv6 beside a public one', ['8.8.8.8', '::1']],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1']],
  ])('named by a host with %s', async (_what, found) => {
    names.set('inner.test', [found]);
    expect((await failureOf(get(at('/slip.pdf', 'inner.test')))).decision).toMatchObject(wrong);
    host.pages.set('/away', redirectsTo(at('/slip.pdf', 'inner.test')));
    expect((await failureOf(get(at('/away')))).decision).toMatchObject(wrong);
    expect(host.received.map(({ path }) => path)).toEqual(['/away']);
  });

  test('unless exactly that host is allowed', async () => {
    expect(await get(at('/slip.pdf', '127.0.0.1'), { allowHosts: ['127.0.0.1'] })).toEqual(pdf);
    names.set('evil-slips.test', [['127.0.0.1']]);
    names.set('slips.test.evil', [['127.0.0.1']]);
    for (const name of ['evil-slips.test', 'slips.test.evil']) {
      expect((await failureOf(get(at('/slip.pdf', name)))).decision).toMatchObject(wrong);
    }
  });
});

describe('a name that changes its mind', () => {
  test('is asked once for a request, and the connection goes where the answer said', async () => {
    // No resolver but this one knows the name: a second question of anybody's would fail.
    names.set('slips.test', [['127.0.0.1'], []]);
    expect(await get(at('/slip.pdf'))).toEqual(pdf);
    expect(asked).toEqual(['slips.test']);
    expect(host.received).toMatchObject([
      { path: '/slip.pdf', headers: { host: `slips.test:${host.port}` } },
    ]);
  });

  test('is checked anew with each redirect', async () => {
    host.pages.set('/away', redirectsTo(at('/slip.pdf', 'moving.test')));
    names.set('moving.test', [['8.8.8.8', '127.0.0.1'], ['8.8.8.8']]);
    expect((await failureOf(get(at('/away')))).message).toContain('isn’t a public one');
    expect(asked).toEqual(['slips.test', 'moving.test']);
  });
});

describe('addresses that nobody should write are refused', () => {
  const addresses = [
    'file:///etc/passwd',
    'ftp://slips.test/slip.pdf',
    'data:application/pdf;base64,JVBERi0=',
    'javascript:1',
    'http://user:word@slips.test/slip.pdf',
    'http://user@slips.test/slip.pdf',
  ];

  test.each([...addresses, 'slip.pdf'])('%s', async (url) => {
    expect((await failureOf(get(url))).decision).toMatchObject(wrong);
    expect(asked).toEqual([]);
  });

  test.each(addresses)('%s, in a redirect', async (url) => {
    host.pages.set('/away', redirectsTo(url));
    expect((await failureOf(get(at('/away')))).decision).toMatchObject(wrong);
    expect(asked).toEqual(['slips.test']);
  });
});

describe('what is found must be a PDF of a fair size', () => {
  test.each([
    ['a page', says(200, '<!DOCTYPE html><p>Please log in'), 'isn’t a PDF'],
    ['nothing', says(200, ''), 'isn’t a PDF'],
    ['nothing, with 204', says(204), 'HTTP 204'],
    ['a PDF later on', says(200, `x${pdf.toString('latin1')}`), 'isn’t a PDF'],
    ['a packed PDF', says(200, 'x', { 'content-encoding': 'gzip' }), 'isn’t a PDF'],
    ['no such file', says(404), 'HTTP 404'],
    ['no access', says(403), 'HTTP 403'],
    ['a redirect to nowhere', says(302), 'HTTP 302'],
    ['a redirect to a broken address', redirectsTo('http://['), 'isn’t a web address'],
  ])('%s', async (_what, page, words) => {
    host.pages.set('/x', page);
    const failure = await failureOf(get(at('/x')));
    expect(failure.decision).toMatchObject(wrong);
    expect(failure.message).toContain(words);
  });

  test('too large by its own word, or without a word', async () => {
    let sent = 0;
    host.pages.set('/told', says(200, Buffer.concat([pdf, Buffer.alloc(2_000)])));
    host.pages.set('/endless', (response) => {
      response.writeHead(200);
      response.write(pdf);
      const more = () => {
        if (response.destroyed) return;
        sent += 1_000;
        response.write(Buffer.alloc(1_000), more);
      };
      more();
    });
    for (const path of ['/told', '/endless']) {
      const failure = await failureOf(get(at(path), { maxBytes: 2_000 }));
      expect(failure.decision).toMatchObject(wrong);
      expect(failure.message).toMatch(/larger than 0 MB/);
    }
    expect(sent).toBeLessThan(20_000_000);
    expect(await get(at('/slip.pdf'), { maxBytes: pdf.byteLength })).toEqual(pdf);
    await failureOf(get(at('/slip.pdf'), { maxBytes: pdf.byteLength - 1 }));
  });
});

describe('what may pass is tried again', () => {
  test.each([500, 502, 503, 408, 429])('HTTP %i', async (status) => {
    host.pages.set('/x', says(status, '', { 'retry-after': '3600' }));
    const { decision, message } = await failureOf(get(at('/x')));
    expect(decision).toEqual({ kind: 'retry' });
    expect(message).toContain(`HTTP ${status}`);
  });

  test('a name that isn’t known, a host that is down', async () => {
    expect(await failureOf(get(at('/x', 'nowhere.test')))).toMatchObject({
      decision: { kind: 'retry' },
      message: `The packing slip can’t be fetched from nowhere.test:${host.port}: its name isn’t known.`,
    });
    await host.close();
    expect((await failureOf(get(at('/slip.pdf')))).message).toContain('refused');
  });

  test.each([
    ['says nothing', () => undefined],
    [
      'says a little at a time',
      (response: ServerResponse) => {
        response.writeHead(200);
        response.write(pdf);
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
    ['sends it round in circles', redirectsTo('/slow')],
  ])('a host that %s is given its time and no more', async (_what, page) => {
    host.pages.set('/slow', page);
    const began = performance.now();
    await failureOf(get(at('/slow'), { timeoutMs: 150 }));
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('a name server that says nothing', async () => {
    const silent = async () => await new Promise<never>(() => {});
    const failure = await failureOf(get(at('/slip.pdf'), { timeoutMs: 100, resolve: silent }));
    expect(failure.message).toContain('no complete answer within the time');
  });
});

test('an abort ends it with its own reason', async () => {
  host.pages.set('/slow', () => undefined);
  const abort = new AbortController();
  const work = get(at('/slow'), { signal: abort.signal });
  await expect.poll(() => host.received.length).toBe(1);
  abort.abort(new Error('enough'));
  await expect(work).rejects.toThrow('enough');
  await expect(get(at('/slip.pdf'), { signal: abort.signal })).rejects.toThrow('enough');
});

test('no text holds more of the address than its host', async () => {
  host.pages.set('/secret-path', says(404));
  host.pages.set('/secret-path/2', redirectsTo('http://secret-user:secret-word@slips.test/'));
  host.pages.set('/secret-path/3', says(503));
  const urls = [
    at('/secret-path?key=secret#secret'),
    at('/secret-path/2?secret'),
    at('/secret-path/3?secret'),
    at('/slip.pdf?secret', '127.0.0.1'),
    'http://secret-user:secret-word@slips.test/',
    'ftp://secret.test/secret',
    'secret',
  ];
  for (const url of urls) {
    const { message, decision, system } = await failureOf(get(url));
    expect(JSON.stringify([message, decision, system])).not.toContain('secret');
  }
});
