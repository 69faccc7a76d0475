import { SystemFailure } from '../../domain/system-failure.ts';

/** What the system is called that a packing slip comes from; whose it is, nobody knows. */
const systemName = 'the packing slip’s host';

const correctIt = 'Correct the order’s field PackingSlip.';

/** Trying again doesn't help: the address, or what is found there, must be another. */
export function wrongSlip(text: string, todo = correctIt): SystemFailure {
  return new SystemFailure(systemName, text, {
    kind: 'attention',
    attention: 'packing slip',
    faults: [{ field: 'The packing slip', problem: text, todo }],
  });
}

/**
 * It may pass by itself. How long the host asks to be left alone doesn't count: an order doesn't wait
 * for its packing slip.
 */
export function passingFailure(text: string, cause?: unknown): SystemFailure {
  return new SystemFailure(systemName, text, { kind: 'retry' }, { cause });
}

/** The same failure for an order that has waited long enough: a person sees to it. */
export function withAttention(failure: SystemFailure): SystemFailure {
  if (failure.decision.kind !== 'retry') return failure;
  return wrongSlip(failure.message, 'See whether the PDF can be opened at its address.');
}
