/** A request that a vendor refuses. Its message is what the vendor would answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  /** It is about an order, a folder or an item, not about the form of the request. */
  readonly aboutData: boolean;

  constructor(status: number, message: string, aboutData = false) {
    super(message);
    this.status = status;
    this.aboutData = aboutData;
  }
}
