import { bringsNews, isOlder, type Snapshot } from '../../../src/domain/snapshot.ts';
import { isFinal } from '../../../src/domain/stage.ts';
import { wantsPut } from '../next-step.ts';
import type { OrderState } from '../state/order-state.ts';
import { raise, settle, tell } from '../state/story.ts';
import { takeSlip } from '../packing-slip.ts';
import { type OrderNames, problemsInWords, todosInWords } from '../words/order-words.ts';

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
  if (snapshot.hash === state.sent?.hash) settle(state, 'changed too late');
  if (snapshot.hash !== state.refusedHash) {
    delete state.wants.fetch;
    delete state.blocked.refetch;
    delete state.blocked.put;
    delete state.blocked.look;
  }
  const revised = before?.order !== undefined && before.hash !== snapshot.hash;
  if (revised && wantsPut(state)) tell(state, now, `Changed in ${names.source}.`);
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
