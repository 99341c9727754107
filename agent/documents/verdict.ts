import { Compile } from 'typebox/schema';
import schema from '../../docs/license-document.schema.json' with { type: 'json' };
import { lookAt, setBy, type Clock } from '../enforcement/clock.ts';
import type { LicenseClaims } from '../license.ts';
import { readCertificate, thumbprint, type Certificate } from './certificate.ts';
import { isSignedBy, readJws, type Jws } from './jws.ts';

/** What a document is judged by. */
export type Expected = {
  /** The thumbprints of the roots that are trusted; null where any is, as none was seen yet. */
  roots: readonly string[] | null;
  /** The highest `least` that was seen; 0 at first. */
  least: number;
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
  | 'uncertified'
  | 'unknown-root'
  | 'unknown-key'
  | 'bad-signature'
  | 'wrong-issuer'
  | 'wrong-server'
  | 'wrong-mode'
  | 'wrong-machine'
  | 'outside-certificate'
  | 'withdrawn-key'
  | 'over'
  | 'older';

/**
 * `good` with what the document says, the time that then holds, the root behind it and the highest `least` seen by then;
 * else the first reason against it.
 */
export type Judgment =
  | { verdict: 'good'; claims: LicenseClaims; clock: Clock; root: string; least: number }
  | { verdict: Reason; issuer: string | null; root: string | null };

const validator = Compile(schema);

/** Judges a license document by everything that `docs/license-document.md` asks for, in its order. */
export function judge(text: string, expected: Expected): Judgment {
  const jws = readJws(text);
  const certificate = jws && readCertificate(jws.header.certificate);
  const against = (verdict: Reason) => ({
    verdict,
    issuer: typeof jws?.claims.iss === 'string' ? jws.claims.iss : null,
    root: certificate?.root ?? null,
  });
  if (!jws) return against('malformed');
  const { header, claims: unchecked } = jws;
  if (header.alg !== 'EdDSA' || header.typ !== 'license+jwt' || 'crit' in header) return against('wrong-type');
  if (!certificate) return against('uncertified');
  const reason = wrongSigner(jws, certificate, expected) ?? wrongAddressee(unchecked, expected);
  if (reason) return against(reason);
  if (!validator.Check(jws.claims)) return against('malformed');
  const claims = unchecked as unknown as LicenseClaims;
  if (claims.iat < certificate.nbf || claims.iat >= certificate.exp) return against('outside-certificate');
  const least = Math.max(expected.least, certificate.least);
  if (certificate.serial < least) return against('withdrawn-key');
  const clock = clockAfter(claims, expected);
  if (claims.exp !== undefined && (claims.exp <= claims.iat || claims.exp * 1000 <= clock.newestMs))
    return against('over');
  if (claims.iat < (expected.heldIssuedAt ?? 0)) return against('older');
  return { verdict: 'good', claims, clock, root: certificate.root, least };
}

function wrongSigner(jws: Jws, { root, jwk }: Certificate, { roots }: Expected): Reason | null {
  if (roots !== null && !roots.includes(root)) return 'unknown-root';
  if (jws.header.kid !== thumbprint(jwk)) return 'unknown-key';
  return isSignedBy(jws, jwk) ? null : 'bad-signature';
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
