import { isUtf8 } from 'node:buffer';

/**
 * The bytes of base64url without padding; null for any other text. RFC 4648 (sections 3.3 and 3.5) lets a decoder take
 * foreign characters and bits that say nothing; then many texts mean one thing, and what was spent as one is fresh as
 * another. Here bytes have one spelling.
 */
export function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/** The JSON object in UTF-8 bytes; null for all else, also where a name stands twice: readers differ in which one counts. */
export function objectOf(bytes: Buffer): Record<string, unknown> | null {
  try {
    if (!isUtf8(bytes)) return null;
    const text = bytes.toString();
    const value: unknown = JSON.parse(text);
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    return isObject && namesIn(text) === namesOf(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** How many names JSON writes: each has a colon behind it, and no other colon is outside of a text. */
function namesIn(json: string): number {
  return json.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
}

/** How many names are left once it is read. */
function namesOf(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, inner) => sum + namesOf(inner), own);
}
