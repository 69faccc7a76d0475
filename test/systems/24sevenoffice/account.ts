import { open24SevenOffice } from '../../../src/systems/24sevenoffice/open.ts';
import {
  resolved,
  settings,
  type TwentyFourSevenOfficeSettings,
} from '../../../src/systems/24sevenoffice/settings.ts';
import {
  type CallContext,
  type CallRecord,
  priorities,
} from '../../../src/systems/kit/call-context.ts';
import {
  CircuitBreaker,
  type OpenCircuit,
} from '../../../src/systems/kit/pacing/circuit-breaker.ts';
import { RateLimiter } from '../../../src/systems/kit/pacing/rate-limiter.ts';

/** The settings of a connection with everything at its default. */
export const settingsFor = (url: string, credential: object = {}): TwentyFourSevenOfficeSettings =>
  resolved(
    settings.parse({
      source: {
        system: '24sevenoffice',
        url,
        applicationId: '0b8f2f0e-0000-4a5b-8c1d-000000000001',
        username: 'integration@example.com',
        password: 'p<&>w',
        ...credential,
      },
    }),
  );

/** An account opened as a source, with what can be watched of it. */
export function openAccount(account: TwentyFourSevenOfficeSettings, requestTimeoutMs = 5_000) {
  const opened: OpenCircuit[] = [];
  let closed = 0;
  const records: CallRecord[] = [];
  const limiter = new RateLimiter({ system: '24SevenOffice', concurrency: 4, requestTimeoutMs });
  const breaker = new CircuitBreaker({
    system: '24SevenOffice',
    onOpen: (open) => opened.push(open),
    onClose: () => {
      closed += 1;
    },
  });
  const source = open24SevenOffice(account, {
    limiter,
    breaker,
    observe: (record) => records.push(record),
  });
  return { source, limiter, breaker, opened, records, timesClosed: () => closed };
}

/** Circumstances with time to spare. */
export const aCall = (over: Partial<CallContext> = {}): CallContext => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 30_000,
  priority: priorities.orderWrite,
  answerMayBeLost: false,
  ...over,
});

/** The failure of a promise that must fail. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

/** An order's reference. */
export const reference = (id: string) => ({ id, number: id });
