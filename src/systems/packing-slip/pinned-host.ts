import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';

import { wrongSlip } from './failures.ts';
import { isPublicAddress } from './public-address.ts';

/** Gives every address of a host name, IPv4 and IPv6. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

/** By the machine's own resolver, as any other program would. */
export const resolveHost: ResolveHost = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Asks once where a host is, checks all of its addresses, and gives a look-up that knows no others.
 * What the name's owner answers a moment later then changes nothing.
 * @param allowHosts host names that may be anywhere, also on this machine
 * @throws SystemFailure where one of the addresses isn't public; whatever `resolve` throws
 */
export async function pinHost(
  url: URL,
  allowHosts: readonly string[],
  resolve: ResolveHost,
): Promise<LookupFunction> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  if (addresses.length === 0) throw wrongSlip(`The packing slip’s host ${url.host} isn’t known.`);
  const isAllowed = allowHosts.some((allowed) => plain(allowed) === plain(host));
  if (!isAllowed && !addresses.every(isPublicAddress)) {
    throw wrongSlip(
      `The packing slip isn’t fetched from ${url.host}: its address isn’t a public one.`,
      `Put the PDF where it can be reached over the internet, or add the host to orders.packingSlipHosts.`,
    );
  }
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, give) => {
    const [first] = found;
    if (options.all === true) give(null, found);
    else give(null, first?.address ?? '', first?.family);
  };
}

const plain = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
