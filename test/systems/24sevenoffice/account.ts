import { open24SevenOffice } from '../../../src/systems/24sevenoffice/open.ts';
import {
  resolved,
  settings,
  type TwentyFourSevenOfficeSettings,
} from '../../../src/systems/24sevenoffice/settings.ts';
import type { CallRecord } from '../../../src/systems/kit/call-context.ts';
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

/** An order's reference. */
export const reference = (id: string) => ({ id, number: id });
