import type { Service } from '../../../src/systems/24sevenoffice/contract/description.ts';
import {
  type Operation,
  operations,
} from '../../../src/systems/24sevenoffice/contract/services.ts';
import type { SandboxReply, SandboxRequest } from '../../vendor.ts';
import { sessionRefusal } from '../fault-kinds.ts';
import { newSessionId } from '../services/authenticate.ts';
import type { OperationContext } from '../services/handler.ts';
import { handlers, isOpen } from '../services/handlers.ts';
import { answerReply, faultReply, readEnvelope, type SoapVersion, versionOf } from './envelope.ts';
import { mannerOf } from './manner.ts';
import { readMembers } from './read.ts';
import { ServiceFault } from './service-fault.ts';
import { writeResult } from './write.ts';
import type { XmlElement } from './xml-tree.ts';

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
  const { book, identities } = setting;
  const identity = identities.find(({ id }) => id === book.sessions.get(cookieOf(request) ?? ''));
  return { ...setting, identity, seesData: identity !== undefined && identity === identities[0] };
}

/**
 * Carries out one SOAP request. A request without a session is refused, and is given a new session id
 * that is worth nothing, as ASP.NET does: a client that takes over such a cookie loses its login.
 */
export function serve(
  request: SandboxRequest,
  service: Service,
  setting: ServiceSetting,
): SandboxReply {
  const version = versionOf(request);
  if (version === undefined) return { status: 415, headers: {}, body: '' };
  try {
    const { operation, message } = readEnvelope(request, version, service);
    return carriedOut(operation, message, version, contextOf(request, setting));
  } catch (error) {
    if (error instanceof ServiceFault) return faultReply(version, error);
    throw error;
  }
}

function carriedOut<Of extends Operation>(
  operation: Of,
  message: XmlElement,
  version: SoapVersion,
  context: OperationContext,
): SandboxReply {
  const { request, result } = operations[operation];
  const { counters } = context.book;
  const args = readMembers(request, message);
  if (context.identity === undefined && !isOpen(operation)) {
    const refused = faultReply(version, sessionRefusal(counters.refusal));
    counters.refusal += 1;
    return withCookie(refused, newSessionId());
  }
  const { value, wanted = {}, cookie } = handlers[operation](args, context);
  counters.answer += 1;
  const manner = mannerOf(counters.answer, context.timeZone);
  const written = writeResult(`${operation}Result`, result, value, manner, wanted);
  const answer = answerReply(version, operation, written);
  return cookie === undefined ? answer : withCookie(answer, cookie);
}
