import { createPrivateKey, createPublicKey, sign, verify, type JsonWebKey } from 'node:crypto';

/** A compact JWS (RFC 7515) taken apart, its signature not yet verified. */
export type Jws = {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signed: Buffer;
  signature: Buffer;
};

/** Signs claims with an Ed25519 private key (RFC 8037). */
export function signJws(
  header: { alg: 'EdDSA'; typ?: string; kid?: string },
  claims: object,
  privateKey: JsonWebKey,
): string {
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign(null, Buffer.from(signed), createPrivateKey({ key: privateKey, format: 'jwk' }));
  return `${signed}.${signature.toString('base64url')}`;
}

/** Takes a compact JWS apart; null when it is none: three parts, the first two JSON objects, all in strict base64url. */
export function readJws(text: string): Jws | null {
  const parts = text.split('.');
  const [header, claims, signature] = parts.map(bytesOf);
  if (parts.length !== 3 || !header || !claims || !signature) return null;
  const objects = [objectOf(header), objectOf(claims)];
  if (!objects[0] || !objects[1]) return null;
  const signed = Buffer.from(text.slice(0, text.lastIndexOf('.')));
  return { header: objects[0], claims: objects[1], signed, signature };
}

/** Whether a JWS was signed with the private half of an Ed25519 key; false also for what is no such key. */
export function isSignedBy({ signed, signature }: Jws, key: JsonWebKey): boolean {
  try {
    const { kty, crv, x } = key;
    return verify(null, signed, createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}

/** Node decodes whatever it gets; what does not come back the same was not base64url without padding. */
export function bytesOf(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The JSON object in UTF-8 bytes. One that writes a name twice is none: readers differ in which of the two counts. */
function objectOf(bytes: Buffer): Record<string, unknown> | null {
  try {
    const json = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const names = [...json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon);
    let left = 0;
    const value: unknown = JSON.parse(json, (_name, inner: unknown) => {
      if (isObject(inner)) left += Object.keys(inner).length;
      return inner;
    });
    return isObject(value) && left === names.length ? value : null;
  } catch {
    return null;
  }
}
