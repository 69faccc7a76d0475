import { SystemFailure } from '../../../domain/system-failure.ts';
import type { Asked } from '../../kit/errors/asked.ts';
import { loginRejected } from '../../kit/errors/failures.ts';
import { retryAfterMs } from '../../kit/errors/retry-after.ts';
import { type StatusRule, statusRulesWith } from '../../kit/errors/status-rules.ts';
import { SystemErrors } from '../../kit/errors/system-errors.ts';
import { asSentence } from '../../kit/words/vendor-words.ts';
import type { Operation } from '../contract/services.ts';
import { systemName } from '../system-name.ts';
import { failedAnswer, type SoapFault } from './failed-answer.ts';
import { FaultAnswer, NotAuthenticated } from './failures.ts';
import { quarantineEnd, vendorWords } from './fault-text.ts';

/** Whoever answers without SOAP stands in front of the API. */
const notSoap: Partial<StatusRule> = {
  means: 'retry',
  words: 'failed',
  ofOperation: true,
  maybeDone: false,
  unreachable: 'always',
};

/** What follows from a call that failed: decided by the kit's rules and these facts. */
export const errors = new SystemErrors({
  name: systemName,
  addressKey: 'source.url',
  namesOperations: true,
  statusRules: statusRulesWith({
    403: notSoap,
    408: notSoap,
    '4xx': notSoap,
    // The burst limit is per second.
    429: { words: 'asks for fewer calls at a time', afterMs: [5_000, 10_000] },
  }),
});

/** How an expired or unknown session is refused: by a fault, whose words differ by service. */
const notAuthenticated = /not authenticated|authenticate\.asmx\?wsdl/i;
/** Faults by which the vendor says that what we sent is wrong, although it blames itself. */
const ourArgument = /instance validation error|specify at least one|ParameterNotFound/i;
/** Repeated logins are throttled, so that one that fails oddly isn't repeated at once. */
const afterOddLoginMs = 60_000;

/**
 * What follows from a call that failed: decided here and nowhere else.
 * @param error what the SOAP library rejected with, or the time-out of the call's own time
 * @param maxBytes the largest answer that was allowed
 */
export function failureOf(
  error: unknown,
  asked: Asked<Operation>,
  maxBytes: number,
): SystemFailure | NotAuthenticated {
  const answer = failedAnswer(error);
  const afterMs = retryAfterMs(answer.retryAfter, answer.date);
  if (answer.fault !== undefined) {
    const ofAccount = accountFault(answer.fault);
    if (ofAccount !== undefined) return ofAccount;
    if (answer.status !== 429) return callFault(answer.fault, asked, afterMs);
  }
  const { status } = answer;
  if (status === undefined) {
    return answer.tooLarge ? errors.tooLarge(maxBytes, asked) : errors.ofNetwork(error, asked);
  }
  if (status === 401) return new NotAuthenticated();
  if (status < 300) {
    const how = { unreachable: true, answerLost: asked.writes };
    return errors.retry(`answered ${asked.operation} with a page that isn’t SOAP`, how);
  }
  return errors.ofStatus({ status, afterMs }, { by: 'another server' }, asked);
}

/** The answer came, but isn't what the contract says. */
export const unreadable = (asked: Asked<Operation>): SystemFailure =>
  errors.ofContract('with something that isn’t in its contract', asked);

/** The login is answered with a session that has no id, or isn't accepted. */
export const wrongCredentials = (): SystemFailure =>
  loginRejected(
    systemName,
    'rejects the login',
    'Change source.username or source.password in the configuration, then run `crossdock apply`.',
  );

/** A session isn't accepted although the login has just given it. */
export const sessionRefused = (): SystemFailure =>
  loginRejected(
    systemName,
    'accepts the login, but not the session it gave',
    'Check that the user may use the API of this company (source.identityId), then run `crossdock apply`.',
  );

/** The credentials are right, so that it is worth another try. */
export const sessionsTooShort = (): SystemFailure =>
  errors.retry('ends its sessions before a call can use them');

/** The faults that say something about the whole account; undefined for any other. */
function accountFault({ text }: SoapFault): SystemFailure | NotAuthenticated | undefined {
  if (/application id is not registered/i.test(text)) {
    return loginRejected(
      systemName,
      'doesn’t know the application id',
      'Correct source.applicationId in the configuration, then run `crossdock apply`.',
    );
  }
  if (/identityid is blocked/i.test(text)) {
    return loginRejected(
      systemName,
      'says that the identity of this login is blocked',
      'Have the user unblocked, or name another source.identityId in the configuration and run `crossdock apply`.',
    );
  }
  if (/limit exceeded/i.test(text)) {
    return new SystemFailure(systemName, `${systemName}’s quota of calls per hour is spent.`, {
      kind: 'incident',
      incident: 'quota spent',
      todo: 'Wait: it goes on by itself when the quota is renewed. If it happens often, ask 24SevenOffice for a larger quota.',
      untilMs: quarantineEnd(vendorWords(text), Date.now()),
    });
  }
  return notAuthenticated.test(text) ? new NotAuthenticated() : undefined;
}

/** What follows from a fault that is about this one call. */
function callFault(
  { code, text }: SoapFault,
  { operation, writes }: Asked<Operation>,
  afterMs: number | undefined,
): FaultAnswer {
  const words = asSentence(vendorWords(text) || 'no reason given');
  if (/client$/i.test(code) || ourArgument.test(text)) {
    return new FaultAnswer(systemName, `${systemName} refused ${operation}: ${words}`, {
      kind: 'attention',
      attention: 'bad input',
      faults: [
        {
          field: operation,
          problem: `${systemName} refused it: ${words}`,
          todo: `Correct the ${concerns(operation)} in ${systemName}.`,
        },
      ],
    });
  }
  return new FaultAnswer(systemName, `${systemName} failed at ${operation}: ${words}`, {
    kind: 'retry',
    afterMs: operation === 'Login' ? (afterMs ?? afterOddLoginMs) : afterMs,
    answerLost: writes || undefined,
  });
}

/** What an operation is about, for people. */
const concerns = (operation: Operation): string =>
  /Product|Stock/.test(operation)
    ? 'product'
    : operation === 'GetCompanies'
      ? 'customer or supplier'
      : 'order';
