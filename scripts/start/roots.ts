import { existsSync, readFileSync } from 'node:fs';
import { randomBytes, type JsonWebKey } from 'node:crypto';
import { join } from 'node:path';
import { certify, publicKeyOf } from '../../secrets/certificate.ts';
import { keyPair, type KeyPair } from '../../secrets/signing-keys.ts';
import { bytesOf } from '../../secrets/strict.ts';
import { writeWhole } from './write-file.ts';

const DAY_S = 86_400;
const DEVELOPMENT_DAYS = 730;

/** Reads a root as it is kept: an Ed25519 private key as a JWK (RFC 8037). Null for all else. */
export function readRoot(json: string): KeyPair | null {
  const jwk = parsed(json);
  const seed = typeof jwk?.d === 'string' ? bytesOf(jwk.d) : null;
  const pair = seed?.length === 32 ? keyPair(seed) : null;
  return pair && publicKeyOf(jwk)?.x === pair.publicKey.x ? pair : null;
}

/** Makes a root and writes it to a file, for its owner alone. */
export function makeRoot(file: string): KeyPair {
  const seed = randomBytes(32);
  const pair = keyPair(seed);
  writeWhole(file, `${JSON.stringify({ ...pair.publicKey, d: seed.toString('base64url') })}\n`);
  return pair;
}

/** The public halves of SIGNING_KEYS, the current one first. */
export function publicKeysIn(signingKeys: string) {
  const seeds = signingKeys.split(',').flatMap((entry) => {
    const [, encoded = ''] = entry.trim().split(':');
    return bytesOf(encoded.replace(/=+$/, '')) ?? [];
  });
  return seeds.filter(({ length }) => length === 32).map((seed) => keyPair(seed).publicKey);
}

/**
 * SIGNING_CERTIFICATES of a development installation, made anew at each start by the first of its two roots. The roots
 * are made once; an AppSuite that has trusted the first one it saw trusts this data folder from then on.
 */
export function developmentCertificates(dataDir: string, signingKeys: string, nowMs: number): string {
  const [root] = ['root-1.json', 'root-2.json'].map((name) => {
    const file = join(dataDir, name);
    return (existsSync(file) && readRoot(readFileSync(file, 'utf8'))) || makeRoot(file);
  });
  const now = Math.floor(nowMs / 1000);
  const about = { nbf: now - DAY_S, exp: now + DEVELOPMENT_DAYS * DAY_S, serial: now, least: 0 };
  return publicKeysIn(signingKeys)
    .map((jwk) => certify(root!, { jwk, ...about }))
    .join(',');
}

/** What is in a JSON text; null for what is none. */
export function parsed(json: string): JsonWebKey | null {
  try {
    return JSON.parse(json) as JsonWebKey | null;
  } catch {
    return null;
  }
}
