/**
 * One thing in an order that can't be mapped or that a system refused, in the operator's words.
 * Never holds a name, an address, a phone number or an e-mail address.
 */
export interface MappingProblem {
  /** What it is about, as people know it: `Line 3`, `Delivery country`, `Customer name`. */
  readonly field: string;
  /** What is wrong, with the value that caused it where the value isn't personal. A sentence. */
  readonly problem: string;
  /** What the operator can do. A sentence. */
  readonly todo: string;
}
