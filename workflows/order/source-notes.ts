import type { Attention } from '../../src/domain/attention.ts';
import type { SourceNote } from '../../src/domain/source-note.ts';
import type { OrderState } from './state/order-state.ts';

/** About the source itself, or of no use to whoever reads the order there. */
const notForTheSource: readonly Attention['kind'][] = [
  'keeps failing',
  'gone at source',
  'fault in crossdock',
];

/** The order isn't held by it, and must not be put aside for it. */
const goesOn: readonly Attention['kind'][] = ['packing slip'];

/** Has a fact told at the source, once: a fact is its key. */
export function note(state: OrderState, fact: SourceNote): void {
  if (state.notes === undefined) return;
  const { pending, told } = state.notes;
  if (told.includes(fact.key) || pending.some(({ key }) => key === fact.key)) return;
  pending.push(fact);
}

/** Has told at the source what needs attention. */
export function noteAttention(state: OrderState): void {
  for (const { kind, since, text, todo } of state.attention) {
    if (notForTheSource.includes(kind)) continue;
    note(state, {
      key: `${kind} ${since}`,
      kind: goesOn.includes(kind) ? 'warning' : 'attention',
      text: `Needs attention: ${kind}. ${text} ${todo}`.replaceAll(/[`*]/g, ''),
    });
  }
}

/** Whether something waits to be told. */
export function hasNotes(state: OrderState): boolean {
  return (state.notes?.pending.length ?? 0) > 0;
}
