import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derive, keyNamed, type NamedKey } from './named-keys.ts';

/** What a sealed text is for; one that was sealed for something else does not open. */
export type SealedFor = 'client-secret' | 'refresh-token' | 'provider-round';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what others gave and what has to be told them again, with the current key: `<key's name>.<base64url>`. `bound` says
 * whose it is, and has to be said again to open it.
 */
export function seal(keys: readonly NamedKey[], purpose: SealedFor, bound: string, text: string): string {
  const key = keys[0]!;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, derive(key, `sealed/${purpose}`, []), nonce).setAAD(Buffer.from(bound));
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${key.name}.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`;
}

/** What was sealed; null when it was altered, is somebody else's, or its key was removed. */
export function unseal(keys: readonly NamedKey[], purpose: SealedFor, bound: string, sealed: string): string | null {
  const [name = '', kept = ''] = sealed.split('.');
  const key = keyNamed(keys, name);
  const bytes = Buffer.from(kept, 'base64url');
  if (!key || bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== kept) return null;
  try {
    const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
    const cipher = createDecipheriv(CIPHER, derive(key, `sealed/${purpose}`, []), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
    return Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
