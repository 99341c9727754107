import { isIPv6 } from 'node:net';

/**
 * The network that somebody asks from, for limits: an IPv4 address, or the first 48 bits of an IPv6 address, as whoever has
 * one of these has them all (RFC 6177).
 */
export function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [before = '', after] = address.split('%')[0]!.toLowerCase().split('::');
  const head = before.split(':').filter(Boolean);
  const tail = (after ?? '').split(':').filter(Boolean);
  const parts =
    after === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return `${parts
    .slice(0, 3)
    .map((part) => parseInt(part, 16).toString(16))
    .join(':')}::/48`;
}
