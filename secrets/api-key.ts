import { createHash } from 'node:crypto';
import { derive, type NamedKey } from './named-keys.ts';

/** SHA-256 of an API key, in hexadecimal: all that is stored of it. */
export function hashOfApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** The API key that a request makes: derived from the request's id, so that a repeat makes the same, and kept nowhere. */
export function apiKeyOf(key: NamedKey, requestId: string): string {
  return `ck_${derive(key, 'api-key', [requestId]).toString('base64url')}`;
}

/** The same once it is known by its hash; fails when the key that it was derived with is missing. */
export function knownApiKeyOf(keys: readonly NamedKey[], requestId: string, hash: string): string {
  const made = keys.map((key) => apiKeyOf(key, requestId)).find((candidate) => hashOfApiKey(candidate) === hash);
  if (!made) throw new Error('SECRET_KEYS lacks the key that an API key of today was derived with: add it back');
  return made;
}
