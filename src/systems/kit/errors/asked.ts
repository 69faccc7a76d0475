/** What stands behind a failure: for its words, and whether a lost answer matters. */
export interface Asked<Operation extends string = string> {
  /** `GET /orders/{id}`, `GetInvoices`. */
  readonly operation: Operation;
  /** It changes something, so that a lost answer may have been carried out. */
  readonly writes: boolean;
}
