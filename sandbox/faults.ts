import type { Operation as TwentyFourSevenOfficeOperation } from '../src/systems/24sevenoffice/contract/services.ts';
import type { OngoingOperation } from '../src/systems/ongoing/contract/operations.ts';
import type { OrderDeskOperation } from '../src/systems/orderdesk/contract/operations.ts';
import { fractionOf } from './chance.ts';
import type { SandboxVendor } from './vendor.ts';

/**
 * What can happen to a connection, whatever the vendor:
 * - `reset`: the socket is destroyed before the request is handled.
 * - `lost`: the request is handled, then the socket is destroyed without an answer.
 * - `timeout`: no answer for `ms`, then the socket is destroyed; handled first where `when` is `after`.
 * - `slow`: the answer comes after `ms`; handled only then where `when` is `before`.
 * - `down`: every request of the vendor is cut off at once, unread, until the fault is removed.
 */
export const connectionFaults = ['reset', 'lost', 'timeout', 'slow', 'down'] as const;
export type ConnectionFault = (typeof connectionFaults)[number];

/** An operation by its vendor's contract, or the beginning of several and `*`. */
export type OperationPattern =
  OngoingOperation | OrderDeskOperation | TwentyFourSevenOfficeOperation | `${string}*`;

/** A fault that is asked for. */
export interface FaultWish {
  readonly vendor: string;
  /** Every operation where missing. */
  readonly operation?: OperationPattern;
  /** A connection fault, or a kind that the vendor's `faultReply` knows. */
  readonly kind: string;
  /** It is over after so many requests. */
  readonly times?: number;
  /** The share of requests it hits, 0 to 1; which ones depends on `seed` alone. */
  readonly rate?: number;
  readonly seed?: number;
  /** Whether the request is carried out (`after`) or not (`before`, the default but for `slow`). */
  readonly when?: 'before' | 'after';
  /** For `timeout` and `slow`: 30 seconds and 2 seconds where missing. */
  readonly ms?: number;
}

/** A fault in force. */
export interface Fault extends FaultWish {
  readonly id: string;
  /** How many requests it has hit. */
  readonly hits: number;
}

interface Rule {
  readonly wish: FaultWish;
  readonly id: string;
  seen: number;
  hits: number;
}

/** The faults in force, in the order in which they were added. The first that fits a request hits it. */
export class Faults {
  readonly #vendors: readonly SandboxVendor[];
  #rules: Rule[] = [];
  #next = 1;

  constructor(vendors: readonly SandboxVendor[]) {
    this.#vendors = vendors;
  }

  /** Adds a fault and gives its id. Throws a `RangeError` for what isn't known. */
  add(wish: FaultWish): string {
    const vendor = this.#vendors.find((one) => one.name === wish.vendor);
    if (vendor === undefined) throw new RangeError(`there is no vendor ${wish.vendor}`);
    const known = vendor.faultKinds?.includes(wish.kind) ?? true;
    if (!isConnectionFault(wish.kind) && !known)
      throw new RangeError(`${wish.vendor} has no fault of the kind ${wish.kind}`);
    const { operation } = wish;
    if (vendor.operations?.some((each) => matches(operation, each)) === false)
      throw new RangeError(`${wish.vendor} has no operation ${operation}`);
    const id = String(this.#next++);
    this.#rules.push({ wish, id, seen: 0, hits: 0 });
    return id;
  }

  remove(id: string): boolean {
    const before = this.#rules.length;
    this.#rules = this.#rules.filter((rule) => rule.id !== id);
    return this.#rules.length < before;
  }

  clear(): void {
    this.#rules = [];
  }

  list(): readonly Fault[] {
    return this.#rules.map((rule) => ({ ...rule.wish, id: rule.id, hits: rule.hits }));
  }

  /** Whether the vendor can't be reached at all. Counts as a hit. */
  isDown(vendor: string): boolean {
    const rule = this.#rules.find(({ wish }) => wish.vendor === vendor && wish.kind === 'down');
    return rule !== undefined && this.#strikes(rule);
  }

  /** The fault that hits this request, if one does. */
  strike(vendor: string, operation: string): FaultWish | undefined {
    return this.#rules.find(
      (rule) =>
        rule.wish.vendor === vendor &&
        rule.wish.kind !== 'down' &&
        matches(rule.wish.operation, operation) &&
        this.#strikes(rule),
    )?.wish;
  }

  #strikes(rule: Rule): boolean {
    const { times = Infinity, rate = 1, seed = 1 } = rule.wish;
    if (rule.hits >= times) return false;
    rule.seen += 1;
    if (rate < 1 && fractionOf('fault', seed, rule.wish.kind, rule.seen) >= rate) return false;
    rule.hits += 1;
    return true;
  }
}

/** Whether an operation is meant by a pattern: the operation itself, or its beginning and `*`. */
export function matches(pattern: string | undefined, operation: string): boolean {
  if (pattern === undefined) return true;
  return pattern.endsWith('*') ? operation.startsWith(pattern.slice(0, -1)) : operation === pattern;
}

export const isConnectionFault = (kind: string): kind is ConnectionFault =>
  (connectionFaults as readonly string[]).includes(kind);
