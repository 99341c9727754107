import { randomBytes, timingSafeEqual } from 'node:crypto';
import { SIGN_IN_LIMITS } from '../domain/people/sign-in-limits.ts';
import { derive, type NamedKey } from './named-keys.ts';

const NONCE_BYTES = 16;
const INSTANT_BYTES = 6;
const MAC_BYTES = 16;
const VALID_MS = SIGN_IN_LIMITS.challengeMinutes * 60_000;

/** What a challenge is for: what the answer does, the cookie of the browser that was asked, and whoever is signed in there. */
export type Purpose = { act: 'make' | 'sign-in' | 'prove'; browser: string; person: string | null };

/**
 * Bytes that a passkey signs: random, with their instant (epoch milliseconds) and a proof that they were made here for this
 * purpose. So nothing is stored for whoever asks; only an answer that holds leaves a row.
 */
export function makeChallenge(keys: readonly NamedKey[], purpose: Purpose, nowMs: number): Uint8Array<ArrayBuffer> {
  const instant = Buffer.alloc(INSTANT_BYTES);
  instant.writeUIntBE(nowMs, 0, INSTANT_BYTES);
  const told = Buffer.concat([randomBytes(NONCE_BYTES), instant]);
  return new Uint8Array(Buffer.concat([told, proofOf(keys[0]!, purpose, told)]));
}

/** Whether a challenge, base64url, was made here for this purpose, not too long ago; compared in constant time. */
export function isChallenge(keys: readonly NamedKey[], purpose: Purpose, challenge: string, nowMs: number): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== NONCE_BYTES + INSTANT_BYTES + MAC_BYTES || bytes.toString('base64url') !== challenge)
    return false;
  const told = bytes.subarray(0, NONCE_BYTES + INSTANT_BYTES);
  const age = nowMs - told.readUIntBE(NONCE_BYTES, INSTANT_BYTES);
  const holds = keys.some((key) => timingSafeEqual(bytes.subarray(told.length), proofOf(key, purpose, told)));
  // Another process made it, whose clock may be ahead.
  return holds && Math.abs(age) <= VALID_MS;
}

function proofOf(key: NamedKey, { act, browser, person }: Purpose, told: Buffer): Buffer {
  const parts = [act, browser, person ?? '', told.toString('base64url')];
  return derive(key, 'passkey-challenge', parts).subarray(0, MAC_BYTES);
}
