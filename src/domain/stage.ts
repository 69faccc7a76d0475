/** Every stage where an order can be, in the order of a life. */
export const stages = [
  'importing',
  'in warehouse',
  'shipped',
  'completed',
  'cancelled',
  'released',
] as const;
export type Stage = (typeof stages)[number];

/** Which stages may follow which: the state machine as data. */
export const legalMoves: Readonly<Record<Stage, readonly Stage[]>> = {
  // Completed: it came back before this life sent it, and an operator had it reported all the same.
  importing: ['in warehouse', 'shipped', 'cancelled', 'released', 'completed'],
  'in warehouse': ['shipped', 'cancelled', 'released', 'completed'],
  shipped: ['in warehouse', 'completed', 'released', 'cancelled'],
  completed: [],
  cancelled: [],
  released: [],
};

/**
 * Moves what has a stage to another one. To stay where it is isn't a move.
 * @throws Error where the machine has no such move: a fault of the program
 */
export function moveTo(moved: { stage: Stage }, stage: Stage): void {
  if (stage === moved.stage) return;
  if (!legalMoves[moved.stage].includes(stage)) {
    throw new Error(`An order can’t go from ${moved.stage} to ${stage}.`);
  }
  moved.stage = stage;
}

/** Whether nothing more happens to an order at this stage. */
export const isFinal = (stage: Stage): boolean => legalMoves[stage].length === 0;
