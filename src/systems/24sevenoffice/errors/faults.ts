import { SystemFailure } from '../../../domain/system-failure.ts';
import { FaultAnswer, NotAuthenticated } from './failures.ts';
import { asSentence, quarantineEnd, vendorWords } from './fault-text.ts';
import { systemName } from '../system-name.ts';

/** A SOAP fault as it came. */
export interface SoapFault {
  readonly code: string;
  readonly text: string;
}

/** How an expired or unknown session is refused: by a fault, whose words differ by service. */
const notAuthenticated = /not authenticated|authenticate\.asmx\?wsdl/i;
/** Faults by which the vendor says that what we sent is wrong, although it blames itself. */
const ourArgument = /instance validation error|specify at least one|ParameterNotFound/i;
/** Repeated logins are throttled, so that one that fails oddly isn't repeated at once. */
const afterOddLoginMs = 60_000;

/** The faults that say something about the whole account; undefined for any other. */
export function accountFault(
  fault: SoapFault,
  nowMs: number,
): SystemFailure | NotAuthenticated | undefined {
  if (/application id is not registered/i.test(fault.text)) {
    return new SystemFailure(systemName, `${systemName} doesn’t know the application id.`, {
      kind: 'incident',
      incident: 'login rejected',
      todo: 'Correct source.applicationId in the configuration, then run `crossdock apply`.',
    });
  }
  if (/identityid is blocked/i.test(fault.text)) {
    return new SystemFailure(
      systemName,
      `${systemName} says that the identity of this login is blocked.`,
      {
        kind: 'incident',
        incident: 'login rejected',
        todo: 'Have the user unblocked, or name another source.identityId in the configuration and run `crossdock apply`.',
      },
    );
  }
  if (/limit exceeded/i.test(fault.text)) {
    return new SystemFailure(systemName, `${systemName}’s quota of calls per hour is spent.`, {
      kind: 'incident',
      incident: 'quota spent',
      todo: 'Wait: it goes on by itself when the quota is renewed. If it happens often, ask 24SevenOffice for a larger quota.',
      untilMs: quarantineEnd(vendorWords(fault.text), nowMs),
    });
  }
  return notAuthenticated.test(fault.text) ? new NotAuthenticated() : undefined;
}

/** What follows from a fault that is about this one call. */
export function callFault(
  fault: SoapFault,
  call: { readonly operation: string; readonly writes: boolean },
  afterMs: number | undefined,
): FaultAnswer {
  const words = asSentence(vendorWords(fault.text) || 'no reason given');
  if (/client$/i.test(fault.code) || ourArgument.test(fault.text)) {
    return new FaultAnswer(systemName, `${systemName} refused ${call.operation}: ${words}`, {
      kind: 'attention',
      attention: 'bad input',
      faults: [
        {
          field: call.operation,
          problem: `${systemName} refused it: ${words}`,
          todo: `Correct the ${concerns(call.operation)} in ${systemName}.`,
        },
      ],
    });
  }
  const delay = call.operation === 'Login' ? (afterMs ?? afterOddLoginMs) : afterMs;
  return new FaultAnswer(systemName, `${systemName} failed at ${call.operation}: ${words}`, {
    kind: 'retry',
    ...(delay === undefined ? {} : { afterMs: delay }),
    ...(call.writes ? { answerLost: true } : {}),
  });
}

/** What an operation is about, for people. */
const concerns = (operation: string): string =>
  /Product|Stock/.test(operation)
    ? 'product'
    : operation === 'GetCompanies'
      ? 'customer or supplier'
      : 'order';
