import type { Attention } from './attention.ts';
import type { End } from './incident.ts';
import type { Instant, OrderReference } from './order.ts';
import type { OperatorMessage } from './names.ts';
import type { Stage } from './stage.ts';

/** What an operator may say with a message; the Web UI passes it as one JSON argument. */
export interface OperatorArgument {
  readonly reason?: string;
  readonly by?: string;
}

/** What an operator is told. `accepted` means: not done yet, still being tried. */
export interface OperatorAnswer {
  readonly outcome: 'done' | 'refused' | 'accepted';
  readonly text: string;
}

/** One thing that happened to an order. */
export interface StoryEntry {
  readonly at: Instant;
  readonly text: string;
}

/** An order waits because a whole connection is in trouble. */
export interface WaitingForConnection {
  readonly end: End;
  readonly system: string;
  readonly since: Instant;
  readonly text: string;
}

/** The answer to the query `status`. */
export interface OrderStatus extends OrderReference {
  readonly connection: string;
  readonly stage: Stage;
  readonly warehouseOrder?: string;
  readonly warehouseStatus?: number;
  readonly sourceStatus?: string;
  readonly attention: readonly Attention[];
  readonly waiting?: WaitingForConnection;
  readonly nextTryAt?: Instant;
  readonly pending: readonly OperatorMessage[];
  readonly story: readonly StoryEntry[];
}

/** The last reading of the source that a life has seen, without its content. */
export interface SeenSnapshot {
  readonly changedAt: Instant;
  readonly readAt: Instant;
  readonly hash: string;
  readonly status: string;
}

/** What an order's life ended with: the workflow's result, read again if the order comes back. */
export interface OrderResult extends OrderReference {
  readonly stage: Stage;
  readonly endedAt: Instant;
  readonly text: string;
  readonly warehouseOrder?: string;
  readonly seen?: SeenSnapshot;
  /** What was on it, where its lines name the source's products: at most 100. */
  readonly productCodes?: readonly string[];
}
