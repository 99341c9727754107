import { hash } from 'node:crypto';
import {
  recordContacts,
  recordContactWith,
  type Contact,
  type ContactEvent,
} from '../../db/queries/check-ins/contacts.ts';
import { unrepairedSince } from '../../db/queries/repair/restored.ts';
import { readServers, type ServerRecord } from '../../db/queries/servers/servers.ts';
import { advisedAfter } from '../../domain/advisories/telling.ts';
import {
  isLast,
  isLaterThan,
  numberForActivation,
  numberForCheckIn,
  type Numbered,
} from '../../domain/server/check-in-number.ts';
import { assignedAt, nearlyUsed } from '../../domain/server/usage.ts';
import { readSaying, saidAfter, saidAfterActivation, type Saying } from '../../domain/server/saying.ts';
import { testShares } from '../../domain/server/test-units.ts';
import type { PublicKey } from '../../domain/server/server.ts';
import type { OpenAdvisories } from '../advisories/open.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import { createForeseenLimit, SERVER_PACE } from '../pace.ts';
import { inBatches } from '../../db/in-batches.ts';
import { createIdentify, serverTime } from './caller.ts';
import { currentDocument, isTag } from './document.ts';
import { saidByStandby, SAYS_NOTHING, type SaidByStandby, type Takeovers } from './takeovers.ts';
import { createRandom } from '../../secrets/random.ts';
import { signDocument } from '../../secrets/signing-keys.ts';
import { instant } from '../orders/view.ts';

/** A license document with the number of this answer; `document` is null where the caller has it already. */
export type CheckIn = { etag: string; number: string; document: string | null; checkInAfterSeconds: number };

/** What a caller says that it was given before: the number of the last answer that it has, and tags of documents. */
type Held = { presented?: string | undefined; knownEtags?: string | undefined };

export type CheckInService = ReturnType<typeof createCheckInService>;

const NUMBER_BYTES = 16;
/** 72 bits tell the calls of half an hour apart. */
const JTI_LENGTH = 12;

/** The shortest lease is longer. */
const REPAIRED_WITHIN_MS = 7 * 86_400_000;

/** A few statements of a kind keep PostgreSQL busy; more would only make each smaller. */
const BATCHES = { callsAtOnce: 2, itemsAtOnce: 100 };

/** Answers servers that ask for their license. Reads the projection alone, and never waits for Temporal. */
export function createCheckInService(deps: Deps, advisories: OpenAdvisories, takeovers: Takeovers) {
  const { orm, signingKeys, catalogue, clock } = deps;
  const read = inBatches(
    (ids: string[]) => readServers(orm.em, ids),
    (id) => [id],
    BATCHES,
  );
  const record = inBatches(
    (contacts: Contact[]) => recordContacts(orm.em, contacts),
    ({ server }) => [server],
    BATCHES,
  );
  const identify = createIdentify(deps, read);
  const random = createRandom(NUMBER_BYTES);
  // Who is known and calls in a loop waits: before anything is read, verified or written, and for itself alone.
  const { foreseeHaste, refuseHaste } = createForeseenLimit(SERVER_PACE);

  /**
   * A server that was answered since a backup may hold what the restored rows do not say yet: until they are repaired it
   * goes on with that, and no document takes it away, for a week: then what the rows say is better than nothing.
   * Problems: SERVER_NOT_REPAIRED.
   */
  async function refuseOlder({ numbers }: ServerRecord, held: Held, etag: string, now: number): Promise<void> {
    if (!isLaterThan(numbers, held.presented) || isAmong(etag, held.knownEtags)) return;
    const since = await unrepairedSince(orm.em.fork(), now);
    if (since === null || now - since > REPAIRED_WITHIN_MS) return;
    throw new ProblemError('SERVER_NOT_REPAIRED', { details: serverTime(now) });
  }

  /**
   * Makes the document from the newest rows and the clock, and writes down that it was sent and with which number.
   * Null when another call of the same server was answered in between: then this answer is not given, but made anew.
   */
  async function answer(
    server: ServerRecord,
    { chain, suspicion }: Numbered,
    now: number,
    saying: Saying | 'activated',
    standing: SaidByStandby & { isAnew: boolean } = SAYS_NOTHING,
    held: Held = {},
  ): Promise<CheckIn | null> {
    const { knownEtags } = held;
    const { said, updated } =
      saying === 'activated'
        ? { said: saidAfterActivation(server.said), updated: null }
        : saidAfter(server.said, saying, server, now);
    const hasLast = isLast(held.presented, server.numbers);
    const stand = await takeovers.hear(server, { ...standing, hasLast }, now);
    const { claims, endsLease, etag } = await currentDocument({ ...deps, advisories }, { ...server, said }, stand, now);
    await refuseOlder(server, held, etag, now);
    const { checkInAfterSeconds } = claims;
    const last = hasLast && server.advised?.sent?.isOlder === undefined ? server.advised?.sent?.etag : undefined;
    const isGiven = (sent: { etag: string }) => isNamed(sent.etag, knownEtags) || sent.etag === last;
    const usable = [...server.shares, ...testShares(server.testUnits, catalogue)];
    const isKnown = isAmong(etag, knownEtags) && lastsLong(server, now);
    // Whoever asks for nothing but news, whatever it holds, is given no document and names none.
    const isShown = !isKnown || isNamed(etag, knownEtags);
    const shown = isShown ? { etag, advisories: (claims.advisories ?? []).map(({ id }) => id) } : null;
    const contact = {
      ...{ server: server.id, version: server.contactVersion },
      checkInAt: now,
      nextCheckInAt: now + checkInAfterSeconds * 1000,
      documentIssuedAt: isKnown ? server.documentIssuedAt! : now,
      documentLeaseUntil: isKnown ? server.documentLeaseUntil : endsLease,
      numbers: chain,
      said,
      nearlyUsed: nearlyUsed(said?.used ?? null, assignedAt(usable, now), catalogue),
      advised: advisedAfter(server.advised, shown, isGiven, now),
    };
    const events: ContactEvent[] = [
      ...(suspicion ? [{ type: suspicion, data: {} }] : []),
      ...(server.silentSince === null ? [] : [seenAgain(server.silentSince)]),
      ...(updated ? [{ type: 'updated' as const, data: updated }] : []),
    ];
    const isWritten = events.length === 0 ? record(contact) : recordContactWith(orm.em, contact, events);
    if (!(await isWritten)) return null;
    const document = isKnown ? null : signDocument(signingKeys[0]!, claims);
    return { etag, number: chain.current, document, checkInAfterSeconds };
  }

  function isKnownTo({ shares }: ServerRecord, application: string): boolean {
    return catalogue.has(application) || shares.some((share) => share.application === application);
  }

  return {
    identify,

    /** What the activation of a server with this key answers; null while that key is not projected. */
    async firstAnswer(id: string, { x }: PublicKey): Promise<CheckIn | null> {
      for (;;) {
        const server = await read(id);
        if (server?.publicKey?.x !== x) return null;
        const chain = numberForActivation(server.numbers, x, random());
        const answered = await answer(server, { chain, suspicion: null }, clock(), 'activated');
        if (answered) return answered;
      }
    },

    /** One check-in. Problems: those of {@link createIdentify}, SERVER_NOT_REPAIRED, TOO_MANY_REQUESTS. */
    async checkIn(authorization: string | undefined, knownEtags: string | undefined): Promise<CheckIn> {
      for (let isFirst = true; ; isFirst = false) {
        const foresee = isFirst ? foreseeHaste : undefined;
        const { server, jti, presented, claims } = await identify(authorization, 'check-in', foresee);
        const now = clock();
        if (isFirst) refuseHaste(server.id, now, serverTime(now));
        const call = { key: server.publicKey!.x, jti: shortened(jti), presented, random: random() };
        const saying = readSaying(claims, (application) => isKnownTo(server, application));
        const numbered = numberForCheckIn(server.numbers, call, now);
        const said = { ...saidByStandby(claims), isAnew: !isFirst };
        const answered = await answer(server, numbered, now, saying, said, { presented, knownEtags });
        if (answered) return answered;
      }
    },
  };
}

/** What is remembered of a call is this long, whatever a server makes of it. */
function shortened(jti: string): string {
  return hash('sha256', jti, 'base64url').slice(0, JTI_LENGTH);
}

/** Whether `If-None-Match` names a tag: one of a list, weakly compared, or any (RFC 9110, section 13.1.2). */
function isAmong(etag: string, known: string | undefined): boolean {
  return known?.trim() === '*' || isNamed(etag, known);
}

/** The same without any: whoever names a tag has seen it. */
function isNamed(etag: string, known = ''): boolean {
  return known.split(',').some((one) => isTag(one, etag));
}

function seenAgain(silentSinceMs: number): ContactEvent {
  return { type: 'seen-again', data: { silentSince: instant(silentSinceMs) } };
}

/** Whether the shortest lease of the last document sent is more than half left: else a fresh one is due. */
function lastsLong({ documentIssuedAt, documentLeaseUntil }: ServerRecord, nowMs: number): boolean {
  if (documentIssuedAt === null) return false;
  if (documentLeaseUntil === null) return true;
  return documentLeaseUntil - nowMs > (documentLeaseUntil - documentIssuedAt) / 2;
}
