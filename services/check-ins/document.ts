import { hash, randomUUID } from 'node:crypto';
import type { ServerRecord } from '../../db/queries/servers/servers.ts';
import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import {
  lastingPartOf,
  licenseOf,
  standbyLicenseOf,
  takenOverLicenseOf,
  type AboutOnline,
  type LicenseClaims,
} from '../../domain/catalogue/license.ts';
import { machineNow } from '../../domain/server/saying.ts';
import { testShares } from '../../domain/server/test-units.ts';
import type { OpenAdvisories } from '../advisories/open.ts';
import type { Deps } from '../deps.ts';
import type { Stand } from './takeovers.ts';

/** What a license document says now, its tag, and the end of its shortest lease (epoch milliseconds; null for none). */
export type CurrentDocument = { claims: LicenseClaims; endsLease: number | null; etag: string };

type Making = Pick<Deps, 'publicUrl' | 'catalogue'> & { advisories: OpenAdvisories };

/**
 * Makes what a server's document says at an instant, by what it runs by, what it may use and the version that it said last: the
 * one place that says whether it has changed, which is by its tag.
 */
export async function currentDocument(
  { publicUrl, catalogue, advisories }: Making,
  server: ServerRecord,
  stand: Stand,
  nowMs: number,
): Promise<CurrentDocument> {
  const named = await advisories.affecting(machineNow(server.said, server).version);
  const about = { jti: randomUUID(), issuer: publicUrl, id: server.id, customer: server.customerId, advisories: named };
  const { claims, endsLease } = licensed(about, server, stand, nowMs, catalogue);
  return { claims, endsLease, etag: etagOf(lastingPartOf(claims)) };
}

function licensed(
  about: AboutOnline,
  { shares, testUnits }: ServerRecord,
  stand: Stand,
  nowMs: number,
  catalogue: Catalogue,
) {
  if (stand.kind === 'standby') return standbyLicenseOf(about, stand.shares, stand, nowMs, catalogue);
  if (stand.kind === 'taken-over') return takenOverLicenseOf(about, stand.by, nowMs, catalogue);
  return licenseOf(about, [...shares, ...testShares(testUnits, catalogue)], nowMs, catalogue);
}

/** Whether a text names a tag, weakly compared (RFC 9110, section 8.8.3.2). */
export function isTag(text: string, etag: string): boolean {
  return text.trim().replace(/^W\//, '') === etag;
}

function etagOf(lasting: unknown): string {
  return `"${hash('sha256', JSON.stringify(lasting), 'base64url')}"`;
}
