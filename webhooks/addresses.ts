import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Where clouds answer their own machines, at an address that is public by its range (Azure's). */
const METADATA = ['168.63.129.16'];

/** What IPv6 addresses of the internet have in front (RFC 4291, section 2.4, as IANA assigns them). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one of the internet: not of this machine, of a network of ours, of a link, of many receivers,
 * reserved, or one that hides another (mapped, compatible, NAT64, 6to4, Teredo). What is no address is none.
 */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0 || METADATA.includes(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}

/** The address that a URL's host is, without the brackets of IPv6; null for a name. */
export function literalOf(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? null : bare;
}
