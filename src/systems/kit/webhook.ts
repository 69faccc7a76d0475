import type { IncomingHttpHeaders } from 'node:http';

import type { z } from 'zod';

import type { OrderReference } from '../../domain/order.ts';

/** How a vendor's server calls about orders. */
export interface Webhook {
  /** A route; `:connection` in it stands for the id of the one connection that is meant. */
  readonly path: string;
  /** Of a body, in bytes. */
  readonly bodyLimit: number;
  /** By what the caller proves who it is: looked at before the body is read, or only with it. */
  readonly proof: 'word' | 'signature';
  /** Said where no connection is meant, and where the caller proves nothing. */
  readonly refusals: { readonly unknown: string; readonly unproven: string };
  /**
   * The text of a body that counts: JSON as it came, or a member of a form.
   * @throws UnreadableBody
   */
  readonly textOf: (body: unknown) => string;
}

/** The same for one connection. */
export interface ConnectionWebhook {
  /** Whether a call with these headers can be meant for this connection. */
  readonly isMeant: (headers: IncomingHttpHeaders) => boolean;
  /** @param text empty where the proof is a word */
  readonly isProven: (headers: IncomingHttpHeaders, text: string) => boolean;
  /**
   * What is worth a look; the call itself isn't believed.
   * @throws UnreadableBody
   */
  readonly read: (text: string) => WebhookOutcome;
}

/** The order that a call is about, or why the call is worth no request. */
export type WebhookOutcome = { readonly order: OrderReference } | { readonly ignored: string };

const unexpected = 'The body isn’t what this webhook takes';

/** A body of which nothing can be made. The message is for the caller. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
}

/** A body that came as JSON, as its text. */
export function jsonText(body: unknown): string {
  if (typeof body === 'string') return body;
  throw new UnreadableBody(`${unexpected}.`);
}

/**
 * Reads a text as JSON of a certain shape.
 * @throws UnreadableBody
 */
export function readBody<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(json(text));
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new UnreadableBody(at === '' ? `${unexpected}.` : `${unexpected}: look at ${at}.`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
