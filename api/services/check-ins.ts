import { createHash } from 'node:crypto';
import { recordCheckIn } from '../../db/queries/contacts.ts';
import type { ServerRecord } from '../../db/queries/read-servers.ts';
import { lastingPartOf, licenseOf } from '../../domain/license.ts';
import type { Deps } from '../deps.ts';
import { createIdentify } from './caller.ts';
import { signJws } from './jws.ts';

/** A license document; `document` is null where the caller has it already. */
export type CheckIn = { etag: string; document: string | null; checkInAfterSeconds: number };

export type CheckInService = ReturnType<typeof createCheckInService>;

/** Answers servers that ask for their license. Reads the projection alone, and never waits for Temporal. */
export function createCheckInService(deps: Deps) {
  const { orm, publicUrl, signingKeys, clock } = deps;
  const identify = createIdentify(deps);

  /** Makes the document from the newest rows and the clock, and writes down that it was sent. */
  async function document(server: ServerRecord, knownEtag?: string): Promise<CheckIn> {
    const now = clock();
    const about = { id: server.id, customer: server.customerId };
    const { claims, endsLease } = licenseOf(about, server.shares, publicUrl, now);
    const { checkInAfterSeconds } = claims;
    const etag = etagOf(lastingPartOf(claims));
    const isKnown = knownEtag === etag && lastsLong(server, now);
    const nextAt = now + checkInAfterSeconds * 1000;
    await recordCheckIn(
      orm.em.fork(),
      server.id,
      now,
      nextAt,
      isKnown ? null : { issuedAt: now, leaseUntil: endsLease },
    );
    return { etag, document: isKnown ? null : signJws(signingKeys[0]!, 'license+jwt', claims), checkInAfterSeconds };
  }

  return {
    identify,
    document,

    /** One check-in. Problems: those of {@link createIdentify}. */
    async checkIn(authorization: string | undefined, knownEtag: string | undefined): Promise<CheckIn> {
      return document(await identify(authorization), knownEtag);
    },
  };
}

function etagOf(lasting: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(lasting)).digest('base64url')}"`;
}

/** Whether the shortest lease of the last document sent is more than half left: else a fresh one is due. */
function lastsLong({ documentIssuedAt, documentLeaseUntil }: ServerRecord, nowMs: number): boolean {
  if (documentIssuedAt === null) return false;
  if (documentLeaseUntil === null) return true;
  return documentLeaseUntil - nowMs > (documentLeaseUntil - documentIssuedAt) / 2;
}
