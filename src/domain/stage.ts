/** Where an order is. */
export type Stage =
  'importing' | 'in warehouse' | 'shipped' | 'completed' | 'cancelled' | 'released';

/** The stages from which nothing more happens. */
export const finalStages = ['completed', 'cancelled', 'released'] as const satisfies Stage[];

/** Every stage, in the order of a life. */
export const stages = [
  'importing',
  'in warehouse',
  'shipped',
  ...finalStages,
] as const satisfies Stage[];

/** Which stages may follow which: the state machine as data. */
export const legalMoves: Readonly<Record<Stage, readonly Stage[]>> = {
  importing: ['in warehouse', 'shipped', 'cancelled', 'released'],
  'in warehouse': ['shipped', 'cancelled', 'released', 'completed'],
  shipped: ['in warehouse', 'completed', 'released', 'cancelled'],
  completed: [],
  cancelled: [],
  released: [],
};
