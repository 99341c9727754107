import { createHash } from 'node:crypto';

/** SHA-256 of an API key, in hexadecimal: all that is stored of it. */
export function hashOfApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
