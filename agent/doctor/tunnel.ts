import { once } from 'node:events';
import http from 'node:http';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import type { Place } from '../network/place.ts';
import type { Proxy } from '../network/settings.ts';
import { Failed } from './findings.ts';
import { written } from './reach.ts';

/** Asks a proxy for the way to a place, by a connection to it, and answers that way. Refuses with Failed. */
export async function tunnel(proxy: Proxy, reached: Socket, to: Place, timeoutMs: number): Promise<Socket> {
  const signal = AbortSignal.timeout(timeoutMs);
  const allow = `Let this machine reach ${written(to)} through the proxy ${proxy.origin} (CONNECT)`;
  try {
    const socket = proxy.origin.startsWith('https:') ? await secured(reached, proxy, signal) : reached;
    const { response, way } = await ask(socket, proxy, to, signal);
    if (response.statusCode === 200) return way;
    throw refusal(response, proxy, allow);
  } catch (error) {
    if (error instanceof Failed) throw error;
    const reason = signal.aborted ? `no answer within ${timeoutMs / 1000} s` : (error as Error).message;
    throw new Failed(`the proxy ${proxy.origin} gives no way (${reason})`, `${allow}.`);
  }
}

async function secured(socket: Socket, { origin }: Proxy, signal: AbortSignal): Promise<Socket> {
  const secure = tls.connect({ socket, servername: new URL(origin).hostname });
  secure.on('error', () => undefined);
  await once(secure, 'secureConnect', { signal });
  return secure;
}

async function ask(socket: Socket, { credentials }: Proxy, to: Place, signal: AbortSignal) {
  const known = credentials && Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
  const headers = { host: written(to), ...(known && { 'proxy-authorization': `Basic ${known}` }) };
  const about = { method: 'CONNECT', path: written(to), headers, signal, createConnection: () => socket };
  const request = http.request(about).end();
  const [response, way] = (await once(request, 'connect')) as [http.IncomingMessage, Socket];
  return { response, way };
}

function refusal({ statusCode, headers }: http.IncomingMessage, { origin, credentials }: Proxy, allow: string): Failed {
  if (statusCode !== 407) return new Failed(`the proxy ${origin} refuses (HTTP ${statusCode})`, `${allow}.`);
  const asksFor = `${headers['proxy-authenticate'] ?? 'Basic'}`;
  if (!/\bbasic\b/i.test(asksFor))
    return new Failed(
      `the proxy ${origin} asks for ${asksFor.split(/[\s,]/)[0]}, which the AppSuite does not speak`,
      `${allow} without signing in, or with a user and a password (Basic).`,
    );
  if (credentials)
    return new Failed(
      `the proxy ${origin} does not take the user and the password that were given`,
      `${allow} with the user and the password that this machine was given, or name the right ones.`,
    );
  return new Failed(
    `the proxy ${origin} asks for a user and a password`,
    `Name a user and a password of the proxy for this machine, to be given by --proxy-credentials; or: ${allow} without.`,
  );
}
