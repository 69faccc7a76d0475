import { isFinal } from '../../src/domain/stage.ts';
import { hasNewTracking } from './follow-up.ts';
import type { OrderState, StepName } from './state/order-state.ts';
import { missingSlip } from './packing-slip.ts';
import { hasNotes } from './source-notes.ts';

/** What the main loop does now: end, one step, or rest until something arrives or a time comes. */
export type Next =
  | { readonly kind: 'end' }
  | { readonly kind: 'step'; readonly step: StepName }
  | { readonly kind: 'rest'; readonly until?: string };

/**
 * Decides by the state alone, in the order of precedence: shipped, cancel, newest revision, resend,
 * the rest. A step that failed waits for its time, a command or news, and doesn't block the others.
 */
export function nextStep(state: OrderState, nowMs: number): Next {
  if (isFinal(state.stage)) {
    // What became of it is still told where it came from; if that fails it isn't worth a life.
    const tells = hasNotes(state) && state.blocked.note === undefined;
    return tells ? { kind: 'step', step: 'note' } : { kind: 'end' };
  }
  const wanted = wantedSteps(state);
  const due = wanted.find((step) => isDue(state, step, nowMs));
  if (due !== undefined) return { kind: 'step', step: due };
  const until = earliest(
    wanted
      .flatMap((step) => [
        state.blocked[step],
        step === 'report' ? state.reportNotBefore : undefined,
      ])
      .concat(state.reported?.until),
    nowMs,
  );
  return until === undefined ? { kind: 'rest' } : { kind: 'rest', until };
}

/** Whether the newest snapshot is something that the warehouse should have and hasn't got. */
export function wantsPut(state: OrderState): boolean {
  const { newest } = state;
  if (newest?.order === undefined) return false;
  if (newest.standing !== 'pulled' && newest.standing !== 'ours') return false;
  if (state.wants.put !== undefined) return true;
  // The warehouse cancelled it by itself: a person decides, not the next edit.
  if (state.warehouse?.phase === 'cancelled' && state.wants.reopen === undefined) return false;
  return newest.hash !== state.sent?.hash && newest.hash !== state.refusedHash;
}

/** Whether it isn't known yet if the newest snapshot changes anything; what is put anyway needn't wait. */
function wantsComparison({ newest, wants }: OrderState): boolean {
  return wants.compare !== undefined && wants.put === undefined && newest?.order !== undefined;
}

/** Every step that there is a reason for, in the order of precedence. */
function wantedSteps(state: OrderState): StepName[] {
  const { wants } = state;
  const steps: StepName[] = [];
  if (wantsReport(state)) steps.push('report');
  // Nothing else is begun for an order that is to be cancelled.
  if (wants.cancel !== undefined) return [...steps, 'cancel'];
  if (wants.fetch !== undefined) steps.push('refetch');
  else if (wantsComparison(state)) steps.push('compare');
  else if (wantsPut(state)) {
    const shipped = state.warehouse?.phase === 'shipped';
    if (!shipped && wants.look !== undefined) steps.push('look');
    else if (!shipped || wants.put !== undefined) steps.push('put');
  }
  if (missingSlip(state) !== undefined) steps.push('attach');
  if (hasNotes(state)) steps.push('note');
  // Last: at the source it may set other things in motion.
  if (wants.mark !== undefined) steps.push('mark');
  return steps;
}

/** Whether the source is to be told of the shipment, or of a parcel that came later. */
function wantsReport(state: OrderState): boolean {
  if (state.wants.report === 'asked for') return true;
  if (state.warehouse?.phase !== 'shipped' || state.wants.report !== undefined) return false;
  return state.reported === undefined || hasNewTracking(state);
}

function isDue(state: OrderState, step: StepName, nowMs: number): boolean {
  const blocked = state.blocked[step];
  if (blocked !== undefined && Date.parse(blocked) > nowMs) return false;
  if (step === 'report' && state.reportNotBefore !== undefined) {
    return Date.parse(state.reportNotBefore) <= nowMs;
  }
  return true;
}

function earliest(instants: readonly (string | undefined)[], nowMs: number): string | undefined {
  return instants
    .filter((instant) => instant !== undefined)
    .filter((instant) => Date.parse(instant) > nowMs)
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
