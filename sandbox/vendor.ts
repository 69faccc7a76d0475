/** A request as a simulated vendor sees it. */
export interface SandboxRequest {
  readonly method: string;
  /** Decoded path below the vendor's own root: `/api/v1/orders`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SandboxReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One simulated vendor. Its state is JSON, so that the sandbox can go on where it was. */
export interface SandboxVendor {
  /** The first part of its URLs: `24sevenoffice`, `ongoing`. */
  readonly name: string;
  /** The vendor's word for what a request does: `SaveInvoices`, `PUT /orders`. For faults and counts. */
  operationOf(request: SandboxRequest): string;
  /** The operations that there are, so that a misspelt one is refused; unchecked where missing. */
  readonly operations?: readonly string[];
  /** Carries the request out, refusing what the vendor refuses. */
  handle(request: SandboxRequest): SandboxReply;
  /** A reply of the vendor's own kind for a fault that was asked for; undefined where it has none. */
  faultReply(kind: string): SandboxReply | undefined;
  /** The kinds that `faultReply` knows, so that a misspelt one is refused; unchecked where missing. */
  readonly faultKinds?: readonly string[];
  state(): unknown;
  restore(state: unknown): void;
  /** The vendor's clock in epoch milliseconds, for the `Date` header; the machine's where missing. */
  now?(): number;
  /** Under which key simultaneous requests are counted; undefined: not counted. */
  laneOf?(request: SandboxRequest): string | undefined;
}
