import { readJson } from './exact-json.ts';
import { networkFault } from '../../kit/network-faults.ts';
import { retryAfterMs } from '../../kit/retry-after.ts';
import { SystemFailure } from '../../../domain/system-failure.ts';
import { type Echoes, presentable } from './vendor-words.ts';

/** The warehouse as people call it. */
export const systemName = 'Ongoing WMS';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** The vendor's own clock, where the answer names it. */
  readonly date: string | undefined;
  readonly body: string;
}

/** The vendor understood the request and refused it (4xx): the request, not the system, is at fault. */
export class Refusal extends SystemFailure {
  readonly status: number;
  /** What the vendor says, fit for an operator. */
  readonly words: string;

  constructor(status: number, words: string) {
    super(systemName, `${systemName} refuses it: “${words}”`, {
      kind: 'attention',
      attention: 'bad input',
      faults: [
        {
          field: 'Order',
          problem: `${systemName} refuses it: “${words}”.`,
          todo: 'Correct it at the source.',
        },
      ],
    });
    this.status = status;
    this.words = words;
  }
}

/** The answer is larger than is safe to read at once; fewer entries must be asked for. */
export class AnswerTooLarge extends SystemFailure {
  constructor(limitBytes: number, write: boolean) {
    const megabytes = Math.round(limitBytes / 1_000_000);
    super(systemName, `${systemName} answered with more than ${megabytes} MB.`, {
      kind: 'retry',
      answerLost: write,
    });
  }
}

/** What follows from an answer that isn't a 2xx. `write`: the request changes something. */
export function failureOfAnswer(answer: RawAnswer, write: boolean, echoes: Echoes): SystemFailure {
  const { status } = answer;
  if (status === 401) {
    return new SystemFailure(systemName, `${systemName} rejects the login (HTTP 401).`, {
      kind: 'incident',
      incident: 'login rejected',
      todo: 'Correct warehouse.username and warehouse.password in the configuration, then `crossdock apply`.',
    });
  }
  if (status === 403) {
    return new SystemFailure(systemName, `${systemName} denies the user access (HTTP 403).`, {
      kind: 'incident',
      incident: 'login rejected',
      todo: 'Correct warehouse.goodsOwnerId, or the user’s rights in the warehouse, then `crossdock apply`.',
    });
  }
  const said = readWords(answer, echoes);
  const afterMs = retryAfterMs(answer.retryAfter, answer.date);
  const delay = afterMs === undefined ? {} : { afterMs };
  if (status === 429 || status === 408) {
    const problem = status === 429 ? 'asks for fewer calls' : 'gave up waiting for the request';
    return new SystemFailure(systemName, `${systemName} ${problem} (HTTP ${status}).`, {
      kind: 'retry',
      ...delay,
      answerLost: write && status === 408,
    });
  }
  if (status >= 500) {
    // A JSON 500 ("An error has occurred.") may be the fault of this one request; a page of HTML, or
    // a gateway's status, comes from in front of the application and concerns everybody.
    const everybody = status === 502 || status === 503 || status === 504 || !said.isJson;
    const words = said.isJson && said.words !== undefined ? `: “${said.words}”` : '';
    return new SystemFailure(systemName, `${systemName} failed (HTTP ${status})${words}.`, {
      kind: 'retry',
      ...delay,
      answerLost: write,
      unreachable: everybody,
    });
  }
  if (status >= 300 && status < 400)
    return wrongAddress(`answers with a redirect (HTTP ${status})`);
  if (status === 404 && looksLikeHtml(answer.body)) {
    return wrongAddress('has nothing at the configured address (HTTP 404)');
  }
  return new Refusal(status, said.words ?? `HTTP ${status}, without a reason`);
}

/**
 * What follows from a 2xx that isn't what the contract promises. The parser's own error stays out:
 * it may repeat what stood in the answer.
 */
export function failureOfContract(what: string, write: boolean): SystemFailure {
  return new SystemFailure(systemName, `${systemName} answered ${what}.`, {
    kind: 'retry',
    answerLost: write,
  });
}

/** What follows from a request that ended without an answer. */
export function failureOfNetwork(error: unknown, write: boolean): SystemFailure {
  const fault = networkFault(error);
  return new SystemFailure(
    systemName,
    fault.sent
      ? `${systemName} didn’t answer: ${fault.words}.`
      : `${systemName} can’t be reached: ${fault.words}${fault.addressInDoubt ? '; check warehouse.url' : ''}.`,
    { kind: 'retry', unreachable: true, answerLost: write && fault.sent },
    { cause: error },
  );
}

/** What follows from breaking off a write because nobody waits for it any more. */
export function brokenOffWrite(): SystemFailure {
  return new SystemFailure(systemName, `The call to ${systemName} was broken off.`, {
    kind: 'retry',
    answerLost: true,
  });
}

function wrongAddress(problem: string): SystemFailure {
  return new SystemFailure(systemName, `${systemName} ${problem}; check warehouse.url.`, {
    kind: 'retry',
    unreachable: true,
  });
}

/** The vendor's `message`, whose casing varies; or the body itself where it is plain text. */
function readWords(
  answer: RawAnswer,
  echoes: Echoes,
): { readonly isJson: boolean; readonly words?: string } {
  let body: unknown;
  try {
    body = readJson(answer.body);
  } catch {
    const plain = looksLikeHtml(answer.body) ? '' : presentable(answer.body, echoes);
    return plain === '' ? { isJson: false } : { isJson: false, words: plain };
  }
  if (typeof body === 'string') return { isJson: true, words: presentable(body, echoes) };
  if (body === null || typeof body !== 'object') return { isJson: true };
  const members = new Map(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]));
  for (const key of ['message', 'exceptionmessage', 'title', 'detail']) {
    const value: unknown = members.get(key);
    if (typeof value === 'string' && value.trim() !== '') {
      const words = [value, ...fieldWords(members.get('modelstate') ?? members.get('errors'))];
      return { isJson: true, words: presentable(words.join(' '), echoes) };
    }
  }
  return { isJson: true };
}

/** ASP.NET says only beside its message which members it doesn't take, and why. */
function fieldWords(told: unknown): string[] {
  if (told === null || typeof told !== 'object') return [];
  return Object.entries(told).flatMap(([field, why]: [string, unknown]) => {
    const reasons = (Array.isArray(why) ? why : [why]).filter((one) => typeof one === 'string');
    return reasons.length === 0 ? [] : [`${field}: ${reasons.join(' ')}`];
  });
}

function looksLikeHtml(body: string): boolean {
  return /^\s*<(!doctype|html|\?xml|head|body)/i.test(body);
}
