import type { Secret } from '../systems/kit/settings/secret.ts';
import type { SourceEnd, WarehouseEnd } from '../systems/ports/adapter.ts';
import type { Notice } from './fault.ts';

/** A system as the file writes it, and as people call it. */
interface System {
  readonly system: string;
  readonly systemName: string;
}

/** One customer's integration: one source account, one goods owner, settings. */
export interface Connection {
  /** a-z, 0-9 and -; stands in workflow ids. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Whether this version can run it; if not, `notRunnableBecause` says why. */
  readonly runnable: boolean;
  readonly notRunnableBecause?: string;
  readonly source: SourceEnd & System;
  readonly warehouse: WarehouseEnd & System;
  /**
   * Of the account at both ends, not of passwords or intervals: orders of a connection whose
   * fingerprint changed may belong to somebody else.
   */
  readonly fingerprint: string;
  /** Everything that the file says of it but intervals, secrets in clear: to see that it changed. */
  readonly written: Secret;
}

/** Everything that a configuration file says. */
export interface Configuration {
  /** The file as it was named. */
  readonly file: string;
  /** In the order of the file. */
  readonly connections: readonly Connection[];
  /** What the file asks for and this version leaves undone. */
  readonly notices: readonly Notice[];
}
