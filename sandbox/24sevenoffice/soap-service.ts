import type { SandboxReply, SandboxRequest } from '../vendor.ts';
import type { Book } from './book/book.ts';
import { readSequence } from './contract/read.ts';
import type { ServiceContract } from './contract/field.ts';
import { writeResult } from './contract/write.ts';
import { sessionRefusal } from './fault-kinds.ts';
import { mannerOf } from './manner.ts';
import { newSessionId } from './services/authenticate.ts';
import type { OperationContext } from './services/operation.ts';
import { openOperations, operations } from './services/operations.ts';
import { answerReply, faultReply, readEnvelope, versionOf } from './soap/envelope.ts';
import { ServiceFault } from './soap/service-fault.ts';

const cookieName = 'ASP.NET_SessionId';

/** The session id that a request names, authenticated or not. The cookie's name must be exact. */
function cookieOf(request: SandboxRequest): string | undefined {
  const cookies = (request.headers['cookie'] ?? '').split(';').map((cookie) => cookie.trim());
  return cookies
    .find((cookie) => cookie.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
}

const withCookie = (reply: SandboxReply, session: string): SandboxReply => ({
  ...reply,
  headers: { ...reply.headers, 'set-cookie': `${cookieName}=${session}; path=/; HttpOnly` },
});

/** Everything of the context that doesn't come from the request. */
export type ServiceSetting = Pick<
  OperationContext,
  'book' | 'credential' | 'identities' | 'timeZone' | 'now'
>;

function contextOf(request: SandboxRequest, setting: ServiceSetting): OperationContext {
  const cookie = cookieOf(request);
  const identity = cookie === undefined ? undefined : setting.book.sessions.get(cookie);
  return {
    ...setting,
    session: identity === undefined ? undefined : cookie,
    seesData: identity === setting.identities[0]?.id,
  };
}

function nextAnswer(book: Book): number {
  book.counters.answer += 1;
  return book.counters.answer;
}

/**
 * Carries out one SOAP request. A request without a session is refused, and is given a new session id
 * that is worth nothing, as ASP.NET does: a client that takes over such a cookie loses its login.
 */
export function serve(
  request: SandboxRequest,
  service: ServiceContract,
  setting: ServiceSetting,
): SandboxReply {
  const version = versionOf(request);
  if (version === undefined) return { status: 415, headers: {}, body: '' };
  const context = contextOf(request, setting);
  const { book } = setting;
  try {
    const { operation, message } = readEnvelope(request, version, service);
    const contract = service.operations[operation];
    const carryOut = operations[operation];
    if (contract === undefined || carryOut === undefined) {
      throw new TypeError(`${operation} is in the contract and not simulated`);
    }
    const args = readSequence(service, contract.request, message);
    if (context.session === undefined && !openOperations.has(operation)) {
      const refused = faultReply(version, sessionRefusal(book.counters.refusal));
      book.counters.refusal += 1;
      return withCookie(refused, newSessionId());
    }
    const { value, wanted, cookie } = carryOut(args, context);
    const manner = mannerOf(nextAnswer(book), setting.timeZone);
    const result = writeResult(service, contract.result, value, manner, wanted ?? {});
    const answer = answerReply(version, operation, result);
    return cookie === undefined ? answer : withCookie(answer, cookie);
  } catch (error) {
    if (error instanceof ServiceFault) return faultReply(version, error);
    throw error;
  }
}
