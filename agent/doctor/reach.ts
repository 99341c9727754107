import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import type { Place } from '../network/place.ts';
import { Failed } from './findings.ts';

/** A place as a proxy and people read it. */
export function written({ host, port }: Place): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** The addresses that this machine knows a name by; null for what is an address itself. Refuses with Failed. */
export async function addressesOf(host: string, isProxy: boolean): Promise<string[] | null> {
  if (isIP(host) !== 0) return null;
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    const otherwise = isProxy
      ? ''
      : '; where machines reach the Internet through a proxy, name it, to be given by --proxy';
    throw new Failed(
      `${host} has no address here (${(error as NodeJS.ErrnoException).code})`,
      `Let this machine resolve the name ${host} (DNS)${otherwise}.`,
    );
  }
}

/** Opens a connection, which the caller ends. Refuses with Failed. */
export async function open(place: Place, timeoutMs: number): Promise<Socket> {
  const socket = connect(place);
  // Whoever uses it hears of errors by what he waits for; one between two steps ends nothing else.
  socket.on('error', () => undefined);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(timeoutMs) });
    return socket;
  } catch (error) {
    socket.destroy();
    const { code, name } = error as NodeJS.ErrnoException;
    const reason = name === 'AbortError' ? `no answer within ${timeoutMs / 1000} s` : code;
    throw new Failed(
      `${written(place)} takes no connection (${reason})`,
      `Let this machine open TCP connections to ${written(place)}: a firewall is in the way, or nothing listens there.`,
    );
  }
}
