import ipaddr from 'ipaddr.js';

/** The only part of IPv6 that is given out for the public internet. */
const globalIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one that anybody may be sent to. Everything that some registry sets aside
 * isn't: private, loopback, link-local (the cloud's metadata services are there), shared by
 * carriers, multicast, unspecified, reserved, and IPv6 addresses that stand for IPv4 ones, mapped or
 * through a tunnel, whose way can't be told from here.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalIpv6);
}
