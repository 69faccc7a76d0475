/** Who goes first where calls wait for one rate limiter; larger is sooner. */
export const priorities = {
  operator: 50,
  orderWrite: 40,
  /** Look-ups before a first write: while writes go first, more of them gather in one request. */
  orderLook: 35,
  report: 30,
  stock: 20,
  articles: 10,
} as const;
export type Priority = (typeof priorities)[keyof typeof priorities];

/** The circumstances under which a call is made; every port method takes one, as its last argument. */
export interface CallContext {
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds by which the answer must be there; no request starts that might outlast it. */
  readonly deadline: number;
  readonly priority: Priority;
  /**
   * An earlier attempt of the same write may have been applied although its answer was lost: look
   * before writing again.
   */
  readonly answerMayBeLost: boolean;
}

/** A request as it went over the wire, for logs and figures. Holds no payload. */
export interface CallRecord {
  readonly system: string;
  readonly operation: string;
  readonly milliseconds: number;
  /** How many callers shared it. */
  readonly sharedBy: number;
  readonly outcome: 'ok' | 'failed';
}

export type CallObserver = (record: CallRecord) => void;
