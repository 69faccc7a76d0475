import type { IncomingMessage } from 'node:http';

/** Larger bodies are refused: more than any batch or file that the product sends. */
export const largestBody = 16 * 1024 * 1024;

/** The whole body as text, or undefined where it is larger than `largestBody`. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
