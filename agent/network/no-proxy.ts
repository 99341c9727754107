import { isIPv6 } from 'node:net';
import { placeOf } from './place.ts';

/** This machine itself, as Node reads names and addresses: no proxy stands before it. */
const LOOPBACK_RANGE = '127.0.0.0-127.255.255.255';
const LOOPBACK = ['localhost', '::1', LOOPBACK_RANGE];

/** What is reached without the proxy: what Node is told, and what of an administrator's list it would not understand. */
export type NoProxy = { entries: string[]; ignored: string[] };

/**
 * Reads a `NO_PROXY`: names, suffixes (`.corp.example`, `*.corp.example`), addresses and `*`, with a port after a colon
 * where one is meant, with commas or spaces between them. Ranges of addresses are ignored. Loopback is always in it.
 */
export function readNoProxy(text: string): NoProxy {
  const given = text.split(/[\s,]+/).filter((entry) => entry !== '');
  const isRange = (entry: string) => entry.includes('/') || /^[\d.]+-[\d.]+$/.test(entry);
  const entries = given.filter((entry) => !isRange(entry)).map((entry) => entry.toLowerCase());
  if (entries.includes('*')) return { entries: ['*'], ignored: given.filter(isRange) };
  return { entries: [...LOOPBACK, ...entries.map(unbracketed)], ignored: given.filter(isRange) };
}

/** Whether an address is reached without the proxy, as Node decides it; `url` is that of the cloud. */
export function isDirect(url: string, { entries }: NoProxy): boolean {
  const { host, port } = placeOf(url);
  return entries.some((entry) => {
    if (entry === '*' || entry === host || entry === `${host}:${port}`) return true;
    if (entry === LOOPBACK_RANGE) return /^127\.\d+\.\d+\.\d+$/.test(host);
    if (entry.startsWith('*.')) return host.endsWith(entry.slice(1));
    return entry.startsWith('.') && (host.endsWith(entry) || host === entry.slice(1));
  });
}

function unbracketed(host: string): string {
  const inner = /^\[(.+)\]$/.exec(host)?.[1];
  return inner && isIPv6(inner) ? inner : host;
}
