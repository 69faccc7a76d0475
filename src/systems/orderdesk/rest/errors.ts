import { z } from 'zod';

import type { SystemFailure } from '../../../domain/system-failure.ts';
import type { Asked } from '../../kit/errors/asked.ts';
import { loginRejected } from '../../kit/errors/failures.ts';
import { statusRulesWith } from '../../kit/errors/status-rules.ts';
import { type Said, SystemErrors } from '../../kit/errors/system-errors.ts';
import { presentable } from '../../kit/words/vendor-words.ts';
import { systemName } from '../system-name.ts';

const correctKeys =
  'Correct source.storeId and source.apiKey in the configuration, then run `crossdock apply`.';
/** How long a throttled call waits where the vendor doesn't say: its bucket is full again then. */
const throttledMs = 7_000;

/** What follows from a call that failed: decided by the kit's rules and these facts. */
export const errors = new SystemErrors({
  name: systemName,
  addressKey: 'source.url',
  namesOperations: true,
  statusRules: statusRulesWith({
    401: { todo: correctKeys },
    403: { todo: correctKeys },
    429: { afterMs: [throttledMs, throttledMs] },
  }),
});

const verdict = z.object({ status: z.string().optional(), message: z.string().optional() });
const withResults = z.object({ results: z.array(z.unknown()).min(1) });

/** Words of a vendor in trouble: they name nothing that a person could put right. */
const saysNothing = /^(an|some|unknown|unexpected|internal|server)\b.*\berror\b|try again/i;

/** What an answer says that isn't a 2xx: the `message` of its JSON; without one it isn't this vendor's. */
export function saidBy(body: unknown): Said {
  const words = verdict.safeParse(body).data?.message;
  return words === undefined
    ? { by: 'another server' }
    : { by: 'the API', words: refusalWords(words) };
}

/**
 * What follows from a 2xx that says `error`: a refusal may come with any HTTP status, the body decides.
 * @param resultForEach the answer tells success for each entry: its own `error` isn't about all of them
 */
export function failureInBody(
  body: unknown,
  resultForEach: boolean,
  asked: Asked,
): SystemFailure | undefined {
  const { status = 'success', message = 'no reason given' } = verdict.safeParse(body).data ?? {};
  if (status === 'success') return undefined;
  if (resultForEach && withResults.safeParse(body).success) return undefined;
  const words = presentable(message);
  if (saysNothing.test(words)) {
    return errors.retry(`failed at ${asked.operation}: “${words}”`, { answerLost: asked.writes });
  }
  if (/invalid api key|invalid store/i.test(words)) {
    return loginRejected(systemName, 'rejects the login', correctKeys);
  }
  const notFound = /not found|does(n’t|n't| not) exist/i.test(words);
  return errors.refused(refusalWords(message), asked, { notFound });
}

/** Without the full stop: the words stand within a sentence. */
const refusalWords = (said: string): string => presentable(said).replace(/\.$/, '');
