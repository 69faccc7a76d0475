import { type CallContext, priorities } from '../../kit/call-context.ts';
import type { Admission } from '../../kit/pacing/admission.ts';
import { type ClientDependencies, PacedCalls } from '../../kit/pacing/paced-calls.ts';
import type { Permit } from '../../kit/pacing/rate-limiter.ts';
import { sessionRefused, sessionsTooShort, wrongCredentials } from '../errors/errors.ts';
import { FaultAnswer, NotAuthenticated } from '../errors/failures.ts';
import { systemName } from '../system-name.ts';
import { type Account, loginRequest, whoAmI } from './login.ts';
import { pauseByQuota } from './quota.ts';
import { Services } from './services.ts';
import { Session } from './session.ts';
import { type Request, soapCall, type SoapAnswer, type SoapRequest } from './soap-call.ts';

/** How long a login may wait for its turn and its answer; many callers wait for it. */
const loginMs = 60_000;
/** So often one call is repeated with another session. */
const mostLogins = 5;

/** One account at 24SevenOffice: its session, its pacing, its circuit breaker. */
export class Client {
  readonly system = systemName;
  readonly #account: Account;
  readonly #deps: ClientDependencies;
  readonly #calls: PacedCalls;
  readonly #services: Services;
  readonly #session = new Session(async () => await this.#logIn());

  constructor(account: Account & { readonly url: string }, deps: ClientDependencies) {
    this.#account = account;
    this.#deps = deps;
    this.#calls = new PacedCalls(systemName, deps);
    this.#services = new Services(account.url);
  }

  /** Makes one call of one caller. */
  async call<Answer>(request: Request<Answer>, call: CallContext): Promise<SoapAnswer<Answer>> {
    return await this.withPermit(call, async (permit) => await this.send(request, permit));
  }

  /**
   * Waits for a session and for the rate limiter, then runs `request`, which calls `send`. Runs it again,
   * with a new session, where the vendor doesn't accept the session. For joined calls.
   */
  async withPermit<Answer>(
    call: CallContext,
    request: (permit: Permit) => Promise<Answer>,
  ): Promise<Answer> {
    return await this.#admitted(this.#calls.admission(), call, request);
  }

  /** Sends one request in a turn of the rate limiter, with the session there is. */
  async send<Answer>(request: Request<Answer>, permit: Permit): Promise<SoapAnswer<Answer>> {
    const session = this.#session.id;
    if (session === undefined) throw new NotAuthenticated();
    try {
      const answer = await this.#send({ ...request, session }, permit);
      this.#session.accepted(session);
      return answer;
    } catch (error) {
      if (!(error instanceof NotAuthenticated)) throw error;
      throw new NotAuthenticated(session, this.#session.wasAccepted(session));
    }
  }

  /** Proves that the vendor can be reached and accepts the credentials, also while it is in trouble. */
  async probe(call: CallContext): Promise<void> {
    const admission = this.#calls.admission(true);
    if (this.#session.id === undefined) {
      admission.pass();
      await this.#session.other(undefined, call.signal);
      this.#deps.breaker.succeeded();
      return;
    }
    await this.#admitted(admission, call, async (permit) => await this.send(whoAmI, permit));
  }

  async #admitted<Answer>(
    admission: Admission,
    call: CallContext,
    request: (permit: Permit) => Promise<Answer>,
  ): Promise<Answer> {
    admission.pass();
    await this.#session.other(undefined, call.signal);
    for (let logins = 0; ; logins += 1) {
      let refusal: NotAuthenticated;
      try {
        return await this.#calls.withPermit(call, request, admission);
      } catch (error) {
        if (!(error instanceof NotAuthenticated)) throw error;
        refusal = error;
      }
      const { session, ended } = refusal;
      // While a call waited for its turn, others may have used up the session that followed.
      if (logins > 0 && session !== undefined && !ended) {
        this.#session.forget(session);
        throw this.#deps.breaker.failed(sessionRefused());
      }
      if (logins === mostLogins) throw this.#deps.breaker.failed(sessionsTooShort());
      admission.pass();
      await this.#session.other(session, call.signal);
    }
  }

  async #send<Answer>(request: SoapRequest<Answer>, permit: Permit): Promise<SoapAnswer<Answer>> {
    const { operation, sharedBy } = request;
    const answer = await this.#calls.attempt(
      {
        operation,
        sharedBy,
        // That the session is accepted, too, is for another call to prove.
        provesHealth: operation !== 'Login',
        // The quota and the burst limit are shared by all accounts in the rate limiter; a fault isn't.
        concernsItself: (failure) => failure instanceof FaultAnswer,
      },
      async () => await soapCall(this.#services, request, permit),
    );
    this.#calls.pauseUntil(pauseByQuota(answer.headers, Date.now()));
    return answer;
  }

  /** Logs in. */
  async #logIn(): Promise<string> {
    const call: CallContext = {
      signal: new AbortController().signal,
      deadline: Date.now() + loginMs,
      priority: priorities.operator,
      answerMayBeLost: false,
    };
    const request = loginRequest(this.#account);
    try {
      const { value } = await this.#deps.limiter.run(
        call,
        async (permit) => await this.#send(request, permit),
      );
      return value ?? '';
    } catch (error) {
      if (!(error instanceof NotAuthenticated)) throw error;
      throw this.#deps.breaker.failed(wrongCredentials());
    }
  }
}
