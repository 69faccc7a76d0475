/** No development server can be had, or it can't start. The message says why, and what to do. */
export class DevelopmentServerProblem extends Error {
  override readonly name = 'DevelopmentServerProblem';
}
