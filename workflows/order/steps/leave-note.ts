import type { Step } from '../step.ts';

/** The source remembers what it was told; this is only to not ask it again and again. */
const remembered = 20;

/** Leaves the oldest pending note at the source. */
export const leaveNote: Step = async ({ order, names, state, activities }) => {
  const note = state.notes?.pending[0];
  if (state.notes === undefined || note === undefined) return;
  await activities
    .source(`Leave a note with ${names.number} in ${names.source}`)
    .tellSource({ order, note });
  state.notes.pending = state.notes.pending.filter(({ key }) => key !== note.key);
  state.notes.told = [...state.notes.told, note.key].slice(-remembered);
};
