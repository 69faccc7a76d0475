import type { z } from 'zod';

import type { Instant } from '../../../domain/order.ts';

/** One request, and what its answer must be. */
export interface Exchange<Schema extends z.ZodType, Operation extends string = string> {
  /** For logs and figures: `GET /orders/{id}`. */
  readonly operation: Operation;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the API's root: `/orders/29491`. */
  readonly path: string;
  /** As pairs, a key may stand several times. */
  readonly query?:
    Readonly<Record<string, string>> | readonly (readonly [key: string, value: string])[];
  readonly body?: unknown;
  readonly schema: Schema;
  /** How many callers share it. */
  readonly sharedBy?: number;
  /** Asks the circuit breaker to be let through although it is open. */
  readonly probe?: boolean;
}

/** An answer that is what the contract promises. */
export interface Answer<Value> {
  readonly value: Value;
  /** When it was given, by the vendor's own clock. */
  readonly at: Instant;
}
