import type { HttpAnswer } from '../../kit/http-exchange.ts';
import { networkFault } from '../../kit/network-faults.ts';
import { retryAfterMs } from '../../kit/retry-after.ts';
import { SystemFailure } from '../../../domain/system-failure.ts';
import { systemName } from '../system-name.ts';
import { presentable } from './vendor-words.ts';

/** How long a throttled call waits where the vendor doesn't say: its bucket is full again then. */
const throttledMs = 7_000;

/** The vendor understood the request and refused it: the request, not the system, is at fault. */
export class Refusal extends SystemFailure {
  /** What the vendor says, fit for an operator. */
  readonly words: string;
  /** What was asked for isn't there. */
  readonly notFound: boolean;

  constructor(operation: string, words: string, notFound: boolean) {
    super(systemName, `${systemName} refused ${operation}: “${words}”.`, {
      kind: 'attention',
      attention: 'bad input',
      faults: [
        {
          field: 'Order',
          problem: `${systemName} refused ${operation}: “${words}”.`,
          todo: `Look at the order in ${systemName}; \`resend\` tries again.`,
        },
      ],
    });
    this.words = words;
    this.notFound = notFound;
  }
}

/** What stands behind an operation: for messages, and whether a lost answer matters. */
export interface Asked {
  /** `GET /orders/{id}`. */
  readonly operation: string;
  readonly writes: boolean;
}

/** What follows from an answer that isn't a 2xx. `said`: the `message` of its body, if any. */
export function failureOfAnswer(
  answer: HttpAnswer,
  said: string | undefined,
  asked: Asked,
): SystemFailure {
  const { status } = answer;
  if (status === 401 || status === 403) return loginRejected(status);
  const afterMs = retryAfterMs(
    answer.header('x-retry-after') ?? answer.header('retry-after'),
    answer.header('date'),
  );
  const delay = afterMs === undefined ? {} : { afterMs };
  if (status === 429) {
    return retry('asks for fewer calls (HTTP 429)', { afterMs: afterMs ?? throttledMs });
  }
  if (status === 408) {
    return retry('gave up waiting for the request (HTTP 408)', {
      ...delay,
      answerLost: asked.writes,
    });
  }
  if (status >= 500) {
    const words = said === undefined ? '' : `: “${presentable(said)}”`;
    return retry(`failed at ${asked.operation} (HTTP ${status})${words}`, {
      ...delay,
      answerLost: asked.writes,
      // A gateway's status, or a page instead of JSON, concerns everybody.
      unreachable: said === undefined || (status >= 502 && status <= 504),
    });
  }
  if (status < 400) return wrongAddress(`answers with a redirect (HTTP ${status})`);
  if (said === undefined && status === 404) {
    return wrongAddress('has nothing at the configured address (HTTP 404)');
  }
  return refused(said ?? `HTTP ${status}, without a reason`, asked, status === 404);
}

/** Words of a vendor in trouble: they name nothing that a person could put right. */
const saysNothing = /^(an|some|unknown|unexpected|internal|server)\b.*\berror\b|try again/i;

/** What follows from a body that says `error`; the HTTP status of a refusal isn't documented. */
export function failureOfBody(said: string | undefined, asked: Asked): SystemFailure {
  const words = said ?? 'no reason given';
  if (saysNothing.test(words)) {
    return retry(`failed at ${asked.operation}: “${presentable(words)}”`, {
      answerLost: asked.writes,
    });
  }
  return /invalid api key|invalid store/i.test(words)
    ? loginRejected(undefined)
    : refused(words, asked, /not found|does(n’t|n't| not) exist/i.test(words));
}

/** The answer came, but isn't what the contract says. The parser's error stays out: it may quote it. */
export const failureOfContract = (what: string, { operation, writes }: Asked): SystemFailure =>
  retry(`answered ${operation} ${what}`, { answerLost: writes });

/** What follows from a request that ended without an answer. */
export function failureOfNetwork(error: unknown, { operation, writes }: Asked): SystemFailure {
  const fault = networkFault(error);
  const words = fault.sent
    ? `didn’t answer ${operation}: ${fault.words}`
    : `can’t be reached: ${fault.words}${fault.addressInDoubt ? '; check source.url' : ''}`;
  return new SystemFailure(
    systemName,
    `${systemName} ${words}.`,
    { kind: 'retry', unreachable: true, answerLost: writes && fault.sent },
    { cause: error },
  );
}

/** What follows from breaking off a write because nobody waits for it any more. */
export const brokenOffWrite = (): SystemFailure =>
  new SystemFailure(systemName, `The call to ${systemName} was broken off.`, {
    kind: 'retry',
    answerLost: true,
  });

/** A write was answered without saying what became of this very order: read before writing again. */
export const unconfirmed = (what: string): SystemFailure =>
  new SystemFailure(systemName, `${systemName} didn’t confirm ${what}.`, {
    kind: 'retry',
    answerLost: true,
  });

function refused(said: string, { operation }: Asked, notFound: boolean): Refusal {
  return new Refusal(operation, presentable(said).replace(/\.$/, ''), notFound);
}

const loginRejected = (status: number | undefined): SystemFailure =>
  new SystemFailure(
    systemName,
    `${systemName} rejects the login${status === undefined ? '' : ` (HTTP ${status})`}.`,
    {
      kind: 'incident',
      incident: 'login rejected',
      todo: 'Correct source.storeId and source.apiKey in the configuration, then run `crossdock apply`.',
    },
  );

const wrongAddress = (problem: string): SystemFailure =>
  retry(`${problem}; check source.url`, { unreachable: true });

const retry = (
  what: string,
  how: {
    readonly afterMs?: number;
    readonly answerLost?: boolean;
    readonly unreachable?: boolean;
  },
): SystemFailure =>
  new SystemFailure(systemName, `${systemName} ${what}.`, { kind: 'retry', ...how });
