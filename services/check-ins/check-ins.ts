import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  recordContacts,
  recordContactWith,
  type Contact,
  type ContactEvent,
} from '../../db/queries/check-ins/contacts.ts';
import { readServers, type ServerRecord } from '../../db/queries/servers/servers.ts';
import { lastingPartOf, licenseOf, standbyLicenseOf, takenOverLicenseOf } from '../../domain/license.ts';
import { numberForActivation, numberForCheckIn, type Numbered } from '../../domain/server/check-in-number.ts';
import type { PublicKey } from '../../domain/server/server.ts';
import type { Deps } from '../deps.ts';
import { createPace, SERVER_PACE } from '../pace.ts';
import { ProblemError } from '../problems/problems.ts';
import { inBatches } from './batches.ts';
import { createIdentify } from './caller.ts';
import { createTakeovers, type SaidByStandby } from './takeovers.ts';
import { signDocument } from '../../secrets/signing-keys.ts';
import { instant } from '../orders/view.ts';

/** A license document with the number of this answer; `document` is null where the caller has it already. */
export type CheckIn = { etag: string; number: string; document: string | null; checkInAfterSeconds: number };

export type CheckInService = ReturnType<typeof createCheckInService>;

const NUMBER_BYTES = 16;
/** 72 bits tell the calls of half an hour apart. */
const JTI_LENGTH = 12;

/** What an activation says of a takeover. */
const SAYS_NOTHING: SaidByStandby = { act: null, since: null };

/** A few statements of a kind keep PostgreSQL busy; more would only make each smaller. */
const BATCHES = { callsAtOnce: 2, itemsAtOnce: 100 };

/** Answers servers that ask for their license. Reads the projection alone, and never waits for Temporal. */
export function createCheckInService(deps: Deps) {
  const { orm, publicUrl, signingKeys, catalogue, clock } = deps;
  const read = inBatches(
    (ids: string[]) => readServers(orm.em, ids),
    (id) => id,
    BATCHES,
  );
  const record = inBatches(
    (contacts: Contact[]) => recordContacts(orm.em, contacts),
    ({ server }) => server,
    BATCHES,
  );
  const identify = createIdentify(deps, read);
  const takeovers = createTakeovers(deps);
  const random = () => randomBytes(NUMBER_BYTES).toString('base64url');
  const secondsToWait = createPace(SERVER_PACE);

  /** Who is known and calls in a loop waits: before anything is written, and for itself alone. Problems: TOO_MANY_REQUESTS. */
  function refuseHaste(server: string, now: number): void {
    const retryAfterSeconds = secondsToWait(server, now);
    if (retryAfterSeconds === 0) return;
    throw new ProblemError('TOO_MANY_REQUESTS', { retryAfterSeconds, details: { serverTime: instant(now) } });
  }

  /** What a server may run by itself, as another's standby, or while its own standby runs it. */
  async function licensed(server: ServerRecord, said: SaidByStandby, now: number) {
    const about = { jti: randomUUID(), issuer: publicUrl, id: server.id, customer: server.customerId };
    if (server.standbyFor !== null) {
      const { shares, ...standing } = await takeovers.hear(server, said, now);
      return standbyLicenseOf(about, shares, standing, now, catalogue);
    }
    const standby = server.takenOverBy === null ? null : await takeovers.takenOverBy(server, now);
    return standby === null
      ? licenseOf(about, server.shares, now, catalogue)
      : takenOverLicenseOf(about, standby, now, catalogue);
  }

  /**
   * Makes the document from the newest rows and the clock, and writes down that it was sent and with which number.
   * Null when another call of the same server was answered in between: then this answer is not given, but made anew.
   */
  async function answer(
    server: ServerRecord,
    said: SaidByStandby,
    { chain, suspicion }: Numbered,
    now: number,
    knownEtags?: string,
  ): Promise<CheckIn | null> {
    const { claims, endsLease } = await licensed(server, said, now);
    const { checkInAfterSeconds } = claims;
    const etag = etagOf(lastingPartOf(claims));
    const isKnown = isAmong(etag, knownEtags) && lastsLong(server, now);
    const contact = {
      ...{ server: server.id, version: server.contactVersion },
      checkInAt: now,
      nextCheckInAt: now + checkInAfterSeconds * 1000,
      documentIssuedAt: isKnown ? server.documentIssuedAt! : now,
      documentLeaseUntil: isKnown ? server.documentLeaseUntil : endsLease,
      numbers: chain,
    };
    const events: ContactEvent[] = [
      ...(suspicion ? [{ type: suspicion, data: {} }] : []),
      ...(server.silentSince === null ? [] : [seenAgain(server.silentSince)]),
    ];
    const isWritten = events.length === 0 ? record(contact) : recordContactWith(orm.em, contact, events);
    if (!(await isWritten)) return null;
    const document = isKnown ? null : signDocument(signingKeys[0]!, claims);
    return { etag, number: chain.current, document, checkInAfterSeconds };
  }

  return {
    identify,

    /** What the activation of a server with this key answers; null while that key is not projected. */
    async firstAnswer(id: string, { x }: PublicKey): Promise<CheckIn | null> {
      for (;;) {
        const server = await read(id);
        if (server?.publicKey?.x !== x) return null;
        const chain = numberForActivation(server.numbers, x, random());
        const answered = await answer(server, SAYS_NOTHING, { chain, suspicion: null }, clock());
        if (answered) return answered;
      }
    },

    /** One check-in. Problems: those of {@link createIdentify}, TOO_MANY_REQUESTS. */
    async checkIn(authorization: string | undefined, knownEtags: string | undefined): Promise<CheckIn> {
      for (let isFirst = true; ; isFirst = false) {
        const { server, jti, presented, said } = await identify(authorization);
        const now = clock();
        if (isFirst) refuseHaste(server.id, now);
        const call = { key: server.publicKey!.x, jti: shortened(jti), presented, random: random() };
        const numbered = numberForCheckIn(server.numbers, call, now);
        const answered = await answer(server, said, numbered, now, knownEtags);
        if (answered) return answered;
      }
    },
  };
}

/** What is remembered of a call is this long, whatever a server makes of it. */
function shortened(jti: string): string {
  return createHash('sha256').update(jti).digest('base64url').slice(0, JTI_LENGTH);
}

/** Whether `If-None-Match` names a tag: one of a list, weakly compared, or any (RFC 9110, section 13.1.2). */
function isAmong(etag: string, known: string | undefined): boolean {
  if (known === undefined) return false;
  return known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

function seenAgain(silentSinceMs: number): ContactEvent {
  return { type: 'seen-again', data: { silentSince: instant(silentSinceMs) } };
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
