/** A reading this fresh is as good as another one. */
const freshMs = 60_000;
const mostKept = 5_000;

/**
 * In which folder orders were seen lately, so that an order that was just read isn't read again before
 * it is moved. The vendor tells with every move from where it went, which is the last word.
 */
export class Whereabouts {
  readonly #seen = new Map<
    string,
    { readonly folderId: string | undefined; readonly at: number }
  >();

  note(orderId: string, folderId: string | undefined): void {
    this.#seen.delete(orderId);
    this.#seen.set(orderId, { folderId, at: Date.now() });
    if (this.#seen.size <= mostKept) return;
    const [oldest] = this.#seen.keys();
    if (oldest !== undefined) this.#seen.delete(oldest);
  }

  /** The folder's id, where the order was seen within the last minute. */
  lately(orderId: string): string | undefined {
    const seen = this.#seen.get(orderId);
    return seen !== undefined && Date.now() - seen.at < freshMs ? seen.folderId : undefined;
  }
}
