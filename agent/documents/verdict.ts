import type { JSONWebKeySet } from 'jose';
import { Compile } from 'typebox/schema';
import schema from '../../docs/license-document.schema.json' with { type: 'json' };
import { lookAt, setBy, type Clock } from '../enforcement/clock.ts';
import type { LicenseClaims } from '../license.ts';
import { isSignedBy, readJws } from './jws.ts';

/** What a document is judged by. */
export type Expected = {
  keys: JSONWebKeySet;
  /** The service's public URL; null when none is known yet, offline. */
  url: string | null;
  /** Null before the first activation. */
  server: string | null;
  fingerprint: string;
  /** How the document comes: an answer of the cloud is `online`, a response that was carried `offline`. */
  mode: 'online' | 'offline';
  /** `iat` of the document that is held; null without one. */
  heldIssuedAt: number | null;
  clock: Clock | null;
  machineMs: number;
};

export type Reason =
  | 'malformed'
  | 'wrong-type'
  | 'unknown-key'
  | 'bad-signature'
  | 'wrong-issuer'
  | 'wrong-server'
  | 'wrong-mode'
  | 'wrong-machine'
  | 'over'
  | 'older';

/** `good` with what the document says and the time that then holds; else the first reason against it. */
export type Judgment =
  { verdict: 'good'; claims: LicenseClaims; clock: Clock } | { verdict: Reason; issuer: string | null };

const validator = Compile(schema);

/** Judges a license document by everything that `docs/license-document.md` asks for, in its order. */
export function judge(text: string, expected: Expected): Judgment {
  const jws = readJws(text);
  const against = (verdict: Reason) => ({
    verdict,
    issuer: typeof jws?.claims.iss === 'string' ? jws.claims.iss : null,
  });
  if (!jws) return against('malformed');
  const { header, claims: unchecked } = jws;
  if (header.alg !== 'EdDSA' || header.typ !== 'license+jwt' || 'crit' in header) return against('wrong-type');
  const key = expected.keys.keys.find(({ kid }) => kid !== undefined && kid === header.kid);
  if (!key) return against('unknown-key');
  if (!isSignedBy(jws, key)) return against('bad-signature');
  const reason = wrongAddressee(unchecked, expected);
  if (reason) return against(reason);
  if (!validator.Check(jws.claims)) return against('malformed');
  const claims = unchecked as unknown as LicenseClaims;
  const clock = clockAfter(claims, expected);
  if (claims.exp !== undefined && (claims.exp <= claims.iat || claims.exp * 1000 <= clock.newestMs))
    return against('over');
  return claims.iat < (expected.heldIssuedAt ?? 0) ? against('older') : { verdict: 'good', claims, clock };
}

function wrongAddressee(claims: Record<string, unknown>, { url, server, fingerprint, mode }: Expected): Reason | null {
  if (url !== null && claims.iss !== url) return 'wrong-issuer';
  if (server !== null && claims.sub !== server) return 'wrong-server';
  if (claims.mode !== mode) return 'wrong-mode';
  return mode === 'offline' && claims.fingerprint !== fingerprint ? 'wrong-machine' : null;
}

/** A document that came straight from the cloud and is newer than any before says what time it is. */
function clockAfter({ iat, mode }: LicenseClaims, { heldIssuedAt, clock, machineMs }: Expected): Clock {
  const isNews = mode === 'online' && iat > (heldIssuedAt ?? 0);
  return isNews ? setBy(iat * 1000, machineMs) : lookAt(clock, machineMs);
}
