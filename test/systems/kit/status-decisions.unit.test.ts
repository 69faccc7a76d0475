import { expect, test } from 'vitest';

import { errors as twentyFourSevenOffice } from '../../../src/systems/24sevenoffice/errors/errors.ts';
import type { Said } from '../../../src/systems/kit/errors/system-errors.ts';
import { errors as ongoing } from '../../../src/systems/ongoing/rest/errors.ts';
import { errors as orderDesk } from '../../../src/systems/orderdesk/rest/errors.ts';

const said: Said = { by: 'the API', words: 'No' };
const page: Said = { by: 'another server' };

const systems = { ongoing, orderDesk, twentyFourSevenOffice };

test.each<[keyof typeof systems, number, Said, string, object]>([
  ['ongoing', 401, said, 'rejects the login (HTTP 401).', { incident: 'login rejected' }],
  ['ongoing', 403, page, 'denies the user access (HTTP 403).', { incident: 'login rejected' }],
  [
    'ongoing',
    404,
    page,
    'has nothing at the configured address (HTTP 404); check warehouse.url.',
    {},
  ],
  ['ongoing', 404, said, 'refuses it: “No”.', { attention: 'bad input' }],
  ['ongoing', 422, { by: 'the API' }, 'refuses it: “HTTP 422, without a reason”.', {}],
  ['ongoing', 408, page, 'gave up waiting for the request (HTTP 408).', { answerLost: true }],
  ['ongoing', 429, page, 'asks for fewer calls (HTTP 429).', { answerLost: false }],
  ['ongoing', 500, said, 'failed (HTTP 500): “No”.', { unreachable: false, answerLost: true }],
  ['ongoing', 500, page, 'failed (HTTP 500).', { unreachable: true, answerLost: true }],
  ['ongoing', 504, said, 'failed (HTTP 504): “No”.', { unreachable: true }],
  ['ongoing', 307, page, 'answers with a redirect (HTTP 307); check warehouse.url.', {}],
  ['orderDesk', 403, said, 'rejects the login (HTTP 403).', { incident: 'login rejected' }],
  ['orderDesk', 400, said, 'refused PUT /it: “No”.', { attention: 'bad input' }],
  ['orderDesk', 429, page, 'asks for fewer calls (HTTP 429).', { afterMs: 7_000 }],
  ['orderDesk', 501, said, 'failed at PUT /it (HTTP 501): “No”.', { unreachable: false }],
  ['orderDesk', 302, page, 'answers with a redirect (HTTP 302); check source.url.', {}],
  ['twentyFourSevenOffice', 400, page, 'failed at PUT /it (HTTP 400).', { answerLost: false }],
  ['twentyFourSevenOffice', 403, page, 'failed at PUT /it (HTTP 403).', { unreachable: true }],
  ['twentyFourSevenOffice', 408, page, 'failed at PUT /it (HTTP 408).', { answerLost: false }],
  ['twentyFourSevenOffice', 502, page, 'failed at PUT /it (HTTP 502).', { answerLost: true }],
])('%s, HTTP %i, %o: it %s', (system, status, by, sentence, decision) => {
  const errors = systems[system];
  const failed = { status, afterMs: undefined };
  const failure = errors.ofStatus(failed, by, { operation: 'PUT /it', writes: true });
  expect(failure.message).toBe(`${errors.system} ${sentence}`);
  expect(failure.decision).toMatchObject(decision);
});

test('the vendor’s own delay goes before ours', () => {
  const asked = { operation: 'GET /it', writes: false };
  for (const errors of Object.values(systems)) {
    const { decision } = errors.ofStatus({ status: 429, afterMs: 17_000 }, page, asked);
    expect(decision).toEqual({ kind: 'retry', afterMs: 17_000, answerLost: false });
  }
});
