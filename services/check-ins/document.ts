import { createHash, randomUUID } from 'node:crypto';
import type { ServerRecord } from '../../db/queries/servers/servers.ts';
import { lastingPartOf, licenseOf, type LicenseClaims } from '../../domain/license.ts';
import type { Deps } from '../deps.ts';

/** What a license document says now, its tag, and the end of its shortest lease (epoch milliseconds; null for none). */
export type CurrentDocument = { claims: LicenseClaims; endsLease: number | null; etag: string };

/** Makes what a server's document says at an instant: the one place that says whether it has changed, which is by its tag. */
export function currentDocument(
  { publicUrl, catalogue }: Pick<Deps, 'publicUrl' | 'catalogue'>,
  { id, customerId, shares }: ServerRecord,
  nowMs: number,
): CurrentDocument {
  const about = { jti: randomUUID(), issuer: publicUrl, id, customer: customerId };
  const { claims, endsLease } = licenseOf(about, shares, nowMs, catalogue);
  return { claims, endsLease, etag: etagOf(lastingPartOf(claims)) };
}

/** Whether a text names a tag, weakly compared (RFC 9110, section 8.8.3.2). */
export function isTag(text: string, etag: string): boolean {
  return text.trim().replace(/^W\//, '') === etag;
}

function etagOf(lasting: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(lasting)).digest('base64url')}"`;
}
