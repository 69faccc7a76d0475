import type { z } from 'zod';

import type { Instant } from '../../../domain/order.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An operation by its method and its path below the API's root: `GET /orders/{id}`. */
export type RestOperation = `${Method} /${string}`;

/** One request, and what its answer must be. */
export interface Exchange<Schema extends z.ZodType> {
  /** Stands in logs and figures, too. */
  readonly operation: RestOperation;
  /** What stands in the path where the operation has a name. */
  readonly ids?: Readonly<Record<string, string>>;
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

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/**
 * What a contract says of a request: one of its operations with just the ids that its path has, the names
 * of query parameters, and the operation's body.
 */
export type RequestBy<Bodies extends object, Parameter extends string> = {
  readonly query?:
    | Readonly<Partial<Record<Parameter, string>>>
    | readonly (readonly [key: Parameter, value: string])[];
} & {
  [Operation in keyof Bodies & string]: {
    readonly operation: Operation;
    readonly body?: Bodies[Operation];
  } & ([NamesIn<Operation>] extends [never]
    ? { readonly ids?: undefined }
    : { readonly ids: Readonly<Record<NamesIn<Operation>, string>> });
}[keyof Bodies & string];

/** Whether the operation changes something at the vendor. */
export const writes = (operation: RestOperation): boolean => !operation.startsWith('GET ');

/** The method and the path of a request. */
export function requestLine({ operation, ids }: Exchange<z.ZodType>): {
  readonly method: Method;
  readonly path: string;
} {
  const [method, path = ''] = operation.split(' ') as [Method, string?];
  return {
    method,
    path: path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(ids?.[name] ?? ''),
    ),
  };
}

/** An answer that is what the contract promises. */
export interface Answer<Value> {
  readonly value: Value;
  /** When it was given, by the vendor's own clock. */
  readonly at: Instant;
}
