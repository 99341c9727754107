import { timingSafeEqual } from 'node:crypto';
import { derive, keyNamed, type NamedKey } from './named-keys.ts';

/** What an unlock link opens. */
export type Unlockable = { order: string; delivery: string };

const LABEL = 'unlock-link';
const MAC_BYTES = 20;

/** The capability of an unlock link: what it opens, the name of the key, and 160 bits that only the cloud can make. */
export function unlockCapability(keys: readonly NamedKey[], { order, delivery }: Unlockable): string {
  const key = keys[0]!;
  const content = Buffer.from(JSON.stringify([key.name, order, delivery])).toString('base64url');
  return `${content}.${mac(key, order, delivery).toString('base64url')}`;
}

/** Reads a capability; null when it was forged, cut or made with a key that is gone. Compares in constant time. */
export function readUnlockCapability(keys: readonly NamedKey[], capability: string): Unlockable | null {
  const [content = '', signature = ''] = capability.split('.');
  const parts = parse(content);
  const key = parts && keyNamed(keys, parts[0]);
  if (!parts || !key) return null;
  const [, order, delivery] = parts;
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(key, order, delivery);
  const holds = given.length === expected.length && timingSafeEqual(given, expected);
  return holds && capability === `${content}.${signature}` ? { order, delivery } : null;
}

function mac(key: NamedKey, order: string, delivery: string): Buffer {
  return derive(key, LABEL, [order, delivery]).subarray(0, MAC_BYTES);
}

function parse(content: string): [string, string, string] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(content, 'base64url').toString());
    const isThree = Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string');
    return isThree ? (parts as [string, string, string]) : null;
  } catch {
    return null;
  }
}
