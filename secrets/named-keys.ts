import { createHmac } from 'node:crypto';

/** A secret with the name that rows and links know it by. Of a list, the first is current; the others still verify. */
export type NamedKey = { name: string; key: Buffer };

/** The key of that name, or undefined when it was removed. */
export function keyNamed(keys: readonly NamedKey[], name: string): NamedKey | undefined {
  return keys.find((candidate) => candidate.name === name);
}

/** HMAC-SHA-256 of the parts under a label, so that what is derived for one purpose never fits another. */
export function derive({ key }: NamedKey, label: string, parts: readonly (string | number)[]): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([label, ...parts]))
    .digest();
}
