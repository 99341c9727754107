import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { UnreachableError } from '../errors.ts';
import { reasonOf } from './reason.ts';

export type Sent = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Ends it, in the place of `timeoutMs`. */
  signal?: AbortSignal;
};
export type Answer = { address: string; status: number; headers: Headers; body: string };

/**
 * Sends one request by a connection of its own, and answers whatever came back within `timeoutMs`. Redirects are not
 * followed: what is signed names the address, and must arrive there. Not by `fetch`, which asks a proxy that cuts
 * connections again thousands of times a second, for ever. Refusals: UnreachableError.
 */
export async function send(address: string, sent: Sent, timeoutMs: number): Promise<Answer> {
  const { status, headers, body } = await exchange(address, sent, timeoutMs).catch((error: unknown) => {
    throw unreachable(address, reasonOf(error, timeoutMs));
  });
  const redirect = status >= 300 && status < 400 && status !== 304;
  if (redirect) throw unreachable(address, `something on the way redirects to ${headers.get('location') ?? 'nowhere'}`);
  return { address, status, headers, body };
}

async function exchange(address: string, { method = 'GET', headers = {}, body, ...sent }: Sent, timeoutMs: number) {
  const client = address.startsWith('https:') ? https : http;
  const signal = sent.signal ?? AbortSignal.timeout(timeoutMs);
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const about = { method, headers: { ...headers, connection: 'close' }, signal };
    client.request(address, about, resolve).once('error', reject).end(body);
  });
  const pairs = Object.entries(response.headers).map(([name, value]): [string, string] => [
    name,
    [value].flat().join(', '),
  ]);
  return { status: response.statusCode ?? 0, headers: new Headers(pairs), body: await text(response) };
}

function unreachable(address: string, reason: string): UnreachableError {
  const { origin } = new URL(address);
  return new UnreachableError(
    `${origin} can't be reached (${reason}): check the network, the proxy and the firewall, or run doctor, which finds what is in the way; then run the same command again.`,
  );
}
