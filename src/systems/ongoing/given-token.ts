import type { IncomingHttpHeaders } from 'node:http';

/**
 * The word with which a caller proves who it is: the header `X-Auth-Token`, or the password of HTTP
 * Basic authentication under any user name. Undefined where it gives none.
 */
export function givenToken(headers: IncomingHttpHeaders): string | undefined {
  const token = headers['x-auth-token'];
  if (typeof token === 'string') return token;
  const basic = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (basic === undefined) return undefined;
  const pair = Buffer.from(basic, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}
