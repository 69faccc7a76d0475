import type { Decision } from '../../../domain/system-failure.ts';
import { SystemFailure } from '../../../domain/system-failure.ts';
import type { FailedAnswer } from './failed-answer.ts';
import { AnswerTooLarge, NotAuthenticated } from './failures.ts';
import { accountFault, callFault } from './faults.ts';
import { retryAfterMs } from '../soap/retry-after.ts';
import { systemName } from '../system-name.ts';

/** Where a failure came from. */
export interface FailedCall {
  readonly operation: string;
  /** It writes, so that a lost answer may have been carried out. */
  readonly writes: boolean;
  /** The call's own time ran out. */
  readonly timedOut: boolean;
  readonly nowMs: number;
}

/** Nothing was sent: the connection was never made. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/;
/** How long a throttled call waits where the vendor doesn't say: its burst limit is per second. */
const throttledMs = 5_000;

/** What follows from a call that failed: decided here and nowhere else. */
export function failureOf(
  answer: FailedAnswer,
  call: FailedCall,
): SystemFailure | NotAuthenticated {
  if (call.timedOut) return lost('didn’t answer in time', call);
  if (answer.fault !== undefined) {
    const ofAccount = accountFault(answer.fault, call.nowMs);
    if (ofAccount !== undefined) return ofAccount;
    if (answer.status !== 429) {
      return callFault(answer.fault, call, retryAfterMs(answer.retryAfter, call.nowMs));
    }
  }
  if (answer.status === undefined) return withoutAnswer(answer, call);
  return byStatus(answer.status, answer.retryAfter, call);
}

/** The answer came, but isn't what the contract says. */
export function unreadable(call: Pick<FailedCall, 'operation' | 'writes'>): SystemFailure {
  return new SystemFailure(
    systemName,
    `${systemName} answered ${call.operation} with something that isn’t in its contract.`,
    { kind: 'retry', ...(call.writes ? { answerLost: true } : {}) },
  );
}

function withoutAnswer(answer: FailedAnswer, call: FailedCall): SystemFailure {
  const code = answer.code ?? '';
  if (/maxContentLength/.test(answer.message ?? '')) {
    return new AnswerTooLarge(
      systemName,
      `${systemName} answered ${call.operation} with more than can be read at once.`,
      { kind: 'retry', ...(call.writes ? { answerLost: true } : {}) },
    );
  }
  if (certificate.test(code)) {
    return retry(`shows a certificate that can’t be trusted (${code})`, { unreachable: true });
  }
  if (neverSent.has(code)) return retry(`can’t be reached (${code})`, { unreachable: true });
  return lost(`broke off the connection${code === '' ? '' : ` (${code})`}`, call);
}

function byStatus(
  status: number,
  retryAfter: string | undefined,
  call: FailedCall,
): SystemFailure | NotAuthenticated {
  const afterMs = retryAfterMs(retryAfter, call.nowMs);
  const after = afterMs === undefined ? {} : { afterMs };
  if (status === 401) return new NotAuthenticated();
  if (status === 429) {
    return retry('asks for fewer calls at a time (429)', {
      afterMs: afterMs ?? throttledMs + Math.random() * throttledMs,
    });
  }
  const maybeDone = call.writes && (status < 300 || status >= 500) ? { answerLost: true } : {};
  if (status < 300) {
    return retry(`answered ${call.operation} with a page that isn’t SOAP`, {
      unreachable: true,
      ...maybeDone,
      ...after,
    });
  }
  return retry(`answered ${call.operation} with HTTP ${status}`, {
    unreachable: true,
    ...maybeDone,
    ...after,
  });
}

const lost = (what: string, call: FailedCall): SystemFailure =>
  retry(`${what} (${call.operation})`, {
    unreachable: true,
    ...(call.writes ? { answerLost: true } : {}),
  });

const retry = (what: string, how: Omit<Decision & { kind: 'retry' }, 'kind'>): SystemFailure =>
  new SystemFailure(systemName, `${systemName} ${what}.`, { kind: 'retry', ...how });
