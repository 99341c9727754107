/** Where something listens; an IPv6 address is without brackets. */
export type Place = { host: string; port: number };

/** The place that a URL names, with the port that its kind has where it names none. */
export function placeOf(url: string): Place {
  const { hostname, port, protocol } = new URL(url);
  return { host: hostname.replace(/^\[(.+)\]$/, '$1'), port: Number(port) || (protocol === 'https:' ? 443 : 80) };
}
