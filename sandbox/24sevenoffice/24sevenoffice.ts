import { operations, services } from '../../src/systems/24sevenoffice/contract/services.ts';
import type { SandboxReply, SandboxRequest, SandboxVendor } from '../vendor.ts';
import type { StatusWrite } from './book/book.ts';
import { bookFromJson, bookToJson, emptyBook } from './book/book.ts';
import { clerkOf } from './clerk.ts';
import { faultKinds, replyFor } from './fault-kinds.ts';
import type { SandboxCredential, SandboxIdentity } from './identities.ts';
import { sandboxCredential, sandboxIdentities } from './identities.ts';
import type { LimitOptions } from './limits.ts';
import { countingLimits } from './limits.ts';
import { actionOf, operationNamed } from './wire/envelope.ts';
import { serve } from './wire/serve.ts';

export interface TwentyFourSevenOfficeOptions extends LimitOptions {
  /** The first part of its URLs; default `24sevenoffice`. */
  readonly name?: string;
  /** The vendor's clock; default the machine's. */
  readonly now?: () => Date;
  readonly credential?: SandboxCredential;
  /** The first is the default one and holds the data. */
  readonly identities?: readonly SandboxIdentity[];
  /** The merchant's zone, for calendar dates; default Europe/Oslo. */
  readonly timeZone?: string;
  /** How long a quarantine lasts that was asked for as a fault; default 2 seconds. */
  readonly quarantineMs?: number;
}

/** The service at a path. The vendor's web server doesn't tell letters' case apart. */
const serviceAt = (path: string) =>
  services.find((service) => service.path.toLowerCase() === path.toLowerCase());

const notFound: SandboxReply = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<html><body><h2>404 - File or directory not found.</h2></body></html>',
};

const postOnly: SandboxReply = { status: 405, headers: { allow: 'POST' }, body: '' };

function mark(set: Set<string>, id: string, on: boolean): void {
  if (on) set.add(id);
  else set.delete(id);
}

/** A simulated 24SevenOffice: the SOAP services, and what people do in the ERP by hand. */
export type TwentyFourSevenOfficeSandbox = ReturnType<typeof create24SevenOffice>;

/** A simulated 24SevenOffice without any orders, customers or products. */
export function create24SevenOffice(options: TwentyFourSevenOfficeOptions = {}) {
  const now = options.now ?? (() => new Date());
  const limits = countingLimits(options);
  const {
    credential = sandboxCredential,
    identities = sandboxIdentities,
    timeZone = 'Europe/Oslo',
    quarantineMs = 2_000,
  } = options;
  let book = emptyBook();

  const withHeaders = (reply: SandboxReply): SandboxReply => ({
    ...reply,
    headers: { ...limits.headers(now()), ...reply.headers },
  });

  function carryOut(request: SandboxRequest): SandboxReply {
    const service = serviceAt(request.path);
    if (service === undefined) return notFound;
    if (request.method.toUpperCase() !== 'POST') return postOnly;
    const refusal = limits.refusalOf(now());
    if (refusal !== undefined) return refusal;
    return serve(request, service, { book, credential, identities, timeZone, now: now() });
  }

  const vendor: SandboxVendor = {
    name: options.name ?? '24sevenoffice',
    operationOf(request) {
      const service = serviceAt(request.path);
      return (service && operationNamed(service, actionOf(request) ?? '')) ?? 'unknown';
    },
    operations: Object.keys(operations),
    handle: (request) => withHeaders(carryOut(request)),
    faultKinds,
    faultReply(kind) {
      const reply = replyFor(kind, book.counters.refusal, now().getTime() + quarantineMs);
      if (kind === 'expired') {
        book.sessions.clear();
        book.counters.refusal += 1;
      }
      return reply && withHeaders(reply);
    },
    now: () => now().getTime(),
    state: () => bookToJson(book),
    restore(state) {
      book = bookFromJson(state);
    },
  };

  return {
    ...vendor,
    ...clerkOf(() => book, now),
    /** Every status written through the API, in the order of writing. */
    get statusWrites(): readonly StatusWrite[] {
      return book.statusWrites;
    },
    /** Ends every session, as the vendor does now and then. */
    expireSessions: (): void => book.sessions.clear(),
    /** While true, every login is answered as if the password were wrong. */
    rejectLogins(rejected: boolean): void {
      book.loginsRejected = rejected;
    },
    /** A blocked identity can't be logged in to, and its sessions end. */
    blockIdentity(id: string, blocked = true): void {
      mark(book.blockedIdentities, id, blocked);
      for (const [session, identity] of book.sessions) {
        if (blocked && identity === id) book.sessions.delete(session);
      }
    },
    /** A SaveInvoices with this order fails as a whole. */
    poison: (orderId: string, poisoned = true): void => mark(book.poisoned, orderId, poisoned),
    /** This order fails within a SaveInvoices, the others don't. */
    poisonItem: (orderId: string, poisoned = true): void =>
      mark(book.poisonedItems, orderId, poisoned),
  };
}
