import { SystemFailure } from '../../src/domain/system-failure.ts';
import { type CallContext, priorities } from '../../src/systems/kit/call-context.ts';

/** Circumstances with time to spare. */
export const aCall = (given: Partial<CallContext> = {}): CallContext => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 30_000,
  priority: priorities.orderWrite,
  answerMayBeLost: false,
  ...given,
});

/** The failure of a call that must fail. */
export async function failureOf(work: Promise<unknown>): Promise<SystemFailure> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SystemFailure) return error;
  throw new Error('it did not fail as a SystemFailure', { cause: error });
}
