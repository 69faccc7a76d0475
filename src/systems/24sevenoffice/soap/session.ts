import { untilAborted } from '../../kit/until-aborted.ts';

/** Calls that are under way have one of the newest sessions. */
const mostRemembered = 20;

/**
 * The account's one session, shared by every call. The vendor throttles repeated logins, so it is
 * used until a call says that it isn't accepted, and however many calls say so at once, one login
 * follows.
 */
export class Session {
  readonly #logIn: () => Promise<string>;
  #id: string | undefined;
  #renewal: Promise<string> | undefined;
  readonly #accepted = new Set<string>();

  /** @param logIn makes the login and gives the session's id */
  constructor(logIn: () => Promise<string>) {
    this.#logIn = logIn;
  }

  /** The id as it is now; undefined before the first login and while a new one is under way. */
  get id(): string | undefined {
    return this.#id;
  }

  /**
   * A session other than `refused`, by a login where none is there yet.
   * @param signal ends the waiting, not the login: others may wait for it too
   */
  async other(refused: string | undefined, signal: AbortSignal): Promise<string> {
    if (this.#id !== undefined && this.#id !== refused) return this.#id;
    if (refused !== undefined) this.forget(refused);
    this.#renewal ??= this.#renew();
    return await untilAborted(this.#renewal, signal);
  }

  /** The vendor refuses this one although it has just given it. */
  forget(refused: string): void {
    if (this.#id === refused) this.#id = undefined;
  }

  /** The vendor answered a call that was made with this one. */
  accepted(id: string): void {
    this.#accepted.add(id);
    const [oldest] = this.#accepted;
    if (this.#accepted.size > mostRemembered && oldest !== undefined) this.#accepted.delete(oldest);
  }

  /** Whether the vendor ever accepted this one. */
  wasAccepted(id: string): boolean {
    return this.#accepted.has(id);
  }

  async #renew(): Promise<string> {
    try {
      this.#id = await this.#logIn();
      return this.#id;
    } finally {
      this.#renewal = undefined;
    }
  }
}
