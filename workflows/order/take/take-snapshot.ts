import { areComparable, hashVersion } from '../../../src/domain/hash-version.ts';
import type { Instant } from '../../../src/domain/order.ts';
import { bringsNews, isOlder, type Snapshot } from '../../../src/domain/snapshot.ts';
import { isFinal } from '../../../src/domain/stage.ts';
import { wantsPut } from '../next-step.ts';
import type { OrderState } from '../state/order-state.ts';
import { raise, settle, tell } from '../state/story.ts';
import { takeSlip } from '../packing-slip.ts';
import {
  type OrderNames,
  problemsInWords,
  subjectsOf,
  todosInWords,
} from '../words/order-words.ts';

/** After this an order that can't be mapped is read again: what was wrong may lie outside of it. */
export const faultyOrderRetryMs = 15 * 60_000;

/** Takes in a reading of the source. Older ones than the newest seen say nothing. */
export function takeSnapshot(
  state: OrderState,
  snapshot: Snapshot,
  names: OrderNames,
  nowMs: number,
): void {
  const before = state.newest;
  const latest = state.cameBack ?? before;
  if (latest !== undefined && isOlder(snapshot, latest)) return;
  if (isFinal(state.stage)) {
    takeAfterTheEnd(state, snapshot);
    return;
  }
  state.newest = snapshot;
  keepToCompare(state, snapshot, before);
  const now = new Date(nowMs).toISOString();
  if (before === undefined) tell(state, now, `Taken from ${names.source} (${snapshot.status}).`);
  takeSourceState(state, snapshot, before, names, now);
  if (snapshot.faults.length > 0) {
    raise(
      state,
      'bad input',
      now,
      problemsInWords(snapshot.faults),
      `${todosInWords(snapshot.faults)} The order is read again within 15 minutes, or at once with \`resend\`.`,
      subjectsOf(snapshot.faults),
    );
    settle(state, 'unknown article');
    state.wants.fetch = 'faulty';
    state.blocked.refetch = new Date(nowMs + faultyOrderRetryMs).toISOString();
    return;
  }
  if (snapshot.order === undefined) return;
  takeSlip(state, before?.order?.packingSlipUrl, snapshot.order.packingSlipUrl);
  if (before !== undefined && before.faults.length > 0) {
    settle(state, 'bad input', 'unknown article');
    tell(state, now, `Can be sent now: corrected in ${names.source}.`);
  }
  // Somebody moved it back to where orders are taken from: it is tried again.
  const movedBack = snapshot.standing === 'pulled' && snapshot.status !== before?.status;
  if (movedBack && before !== undefined) delete state.refusedHash;
  if (state.wants.compare !== undefined) return;
  takeContent(state, snapshot.hash, before?.order && before.hash, names, now);
}

/** Takes in whether the newest reading means what the earlier one did, whose hash other rules made. */
export function takeComparison(
  state: OrderState,
  isSame: boolean,
  names: OrderNames,
  now: Instant,
): void {
  const { newest, wants } = state;
  const earlier = wants.compare?.hash;
  delete wants.compare;
  if (newest === undefined || earlier === undefined) return;
  const { hash } = newest;
  if (isSame && state.sent?.hash === earlier) state.sent.hash = hash;
  if (isSame && state.refusedHash === earlier) state.refusedHash = hash;
  takeContent(state, hash, isSame ? hash : earlier, names, now);
}

/** What follows from what the newest reading wants sent. `before` is the hash of the one before it. */
function takeContent(
  state: OrderState,
  hash: string,
  before: string | undefined,
  names: OrderNames,
  now: Instant,
): void {
  if (hash === state.sent?.hash) settle(state, 'changed too late');
  if (hash !== state.refusedHash) {
    delete state.wants.fetch;
    delete state.blocked.refetch;
    delete state.blocked.put;
    delete state.blocked.look;
  }
  const revised = before !== undefined && before !== hash;
  if (revised && wantsPut(state)) tell(state, now, `Changed in ${names.source}.`);
}

/**
 * Keeps the last order whose hash was made by other rules than the newest's (or today's, where the
 * newest has no order) until the two have been compared.
 */
function keepToCompare(state: OrderState, { hash }: Snapshot, before: Snapshot | undefined): void {
  const { wants } = state;
  const rules = hash === '' ? `${hashVersion}:` : hash;
  if (before?.order !== undefined && !areComparable(before.hash, rules)) {
    wants.compare ??= { hash: before.hash, order: before.order };
  }
  if (wants.compare !== undefined && areComparable(wants.compare.hash, rules)) delete wants.compare;
}

/** It arrives in the moment between a life's end and the workflow's. */
function takeAfterTheEnd(state: OrderState, snapshot: Snapshot): void {
  const wanted = snapshot.standing === 'pulled';
  if (
    wanted &&
    (state.newest === undefined || bringsNews(snapshot, state.newest, state.ended?.at ?? ''))
  ) {
    state.cameBack = snapshot;
    return;
  }
  delete state.cameBack;
  state.newest = snapshot;
}

function takeSourceState(
  state: OrderState,
  snapshot: Snapshot,
  before: Snapshot | undefined,
  names: OrderNames,
  now: string,
): void {
  const { standing, status } = snapshot;
  if (standing === before?.standing && status === before.status) return;
  if (standing !== 'elsewhere') settle(state, 'status changed');
  if (standing !== 'cancelled' && state.wants.cancel?.by === 'source') {
    delete state.wants.cancel;
    delete state.blocked.cancel;
    tell(state, now, `Wanted again: ${names.source} has it as ${status}.`);
  }
  if (standing === 'cancelled') {
    if (state.wants.cancel === undefined) {
      state.wants.cancel = { by: 'source', status, at: now };
      tell(state, now, `Set to ${status} in ${names.source}: to be cancelled.`);
    }
  }
  if (standing === 'elsewhere' && state.warehouse?.phase !== 'shipped') {
    raise(
      state,
      'status changed',
      now,
      `Somebody set the order to ${status} in ${names.source} before it shipped. It stays at the warehouse.`,
      `If it must not go, \`cancel\` it. If it may, \`acknowledge\`: when it ships, ${names.source} is left as it is.`,
    );
  }
}
