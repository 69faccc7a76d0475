import type { Instant } from './order.ts';

/** Why an order needs a person. The values of the search attribute `attention`. */
export const attentionKinds = [
  'bad input',
  'unknown article',
  'changed too late',
  'cancel refused',
  'cancelled at warehouse',
  'came back',
  'number taken',
  'number spent',
  'status changed',
  'line stayed',
  'returned',
  'packing slip',
  'warehouse error',
  'gone at source',
  'keeps failing',
  'fault in crossdock',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

/** What is wrong with one order, since when, and what the operator can do. */
export interface Attention {
  readonly kind: AttentionKind;
  readonly since: Instant;
  /** What is, with the value that caused it. Sentences, markdown allowed. */
  readonly text: string;
  /** What to do next. Sentences. */
  readonly todo: string;
  /** Which things it is about, where there are several causes of this kind: `Article 4711`. */
  readonly about?: readonly string[];
}
