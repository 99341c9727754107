import { decodeJwt } from 'jose';
import type { Activation, OfflineDocument } from '../folder/state.ts';
import type { LicenseClaims } from '../license.ts';

/** The offline document that a server runs by; null where it is online. */
export function offlineDocumentOf({ license }: Activation): OfflineDocument | null {
  const { mode, sub, jti, iat } = decodeJwt<LicenseClaims>(license);
  return mode === 'offline' ? { server: sub, document: jti, issuedAtMs: iat * 1000 } : null;
}
