import { Problem } from './problem.ts';

/** Where a server is to listen. */
export interface ListenAt {
  readonly port: number;
  readonly host?: string;
}

/**
 * Reads `8080`, `127.0.0.1:8080` or `[::1]:8080`.
 * @throws Problem for anything else
 */
export function listenAt(text: string): ListenAt {
  const found = /^(?:(?<host>\[[0-9a-f:]+\]|[^:[\]]+):)?(?<port>\d{1,5})$/i.exec(text)?.groups;
  const port = Number(found?.['port']);
  if (found === undefined || port > 65_535) {
    throw new Problem('--http takes a port, 8080, or an address and a port, 127.0.0.1:8080.', 2);
  }
  const host = found['host']?.replace(/^\[|\]$/g, '');
  return host === undefined ? { port } : { port, host };
}
