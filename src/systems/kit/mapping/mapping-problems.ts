import type { MappingProblem } from '../../../domain/mapping-problem.ts';

/** Collects what is wrong while an order is mapped, so that an operator sees all of it at once. */
export class MappingProblems {
  readonly #found: MappingProblem[] = [];

  /** Notes one. Gives undefined, the value that couldn't be mapped. */
  add(field: string, problem: string, todo: string): undefined {
    this.#found.push({ field, problem, todo });
    return undefined;
  }

  get all(): readonly MappingProblem[] {
    return this.#found;
  }
}
