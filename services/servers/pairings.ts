import { randomUUID } from 'node:crypto';
import { administratorsOf } from '../../db/queries/accounts/administrators.ts';
import {
  decidePairing,
  enterCode,
  findPairing,
  findPairingOfDevice,
  keepPairing,
  keepTokenVersion,
  noteOutcome,
  notePoll,
} from '../../db/queries/servers/pairings.ts';
import { latestToken } from '../../db/queries/servers/tokens.ts';
import type { PairingRow } from '../../db/entities/pairing.ts';
import { PAIRING_INTERVAL_SECONDS, PAIRING_SECONDS } from '../../domain/pairing.ts';
import { mayManageServers, type By, type Caller } from '../../domain/permissions.ts';
import { handle } from '../../domain/server/handle.ts';
import type { PublicKey } from '../../domain/server/server.ts';
import { isTooOld } from '../../domain/server/version.ts';
import { renderMachineReplacedMail } from '../../emails/machine-replaced.tsx';
import type { Post } from '../../mail/post.ts';
import { isSignedBy } from '../../secrets/jws.ts';
import { deviceCodeOf, hashOfUserCode, userCodeOf } from '../../secrets/pairing.ts';
import { hashOfNetwork, hashOfSecret } from '../../secrets/sign-in.ts';
import { query } from '../../temporal/calls.ts';
import { serverQuery, serverWorkflowId } from '../../temporal/contract.ts';
import { isFor, isInTime, readBearer } from '../check-ins/caller.ts';
import type { Deps } from '../deps.ts';
import { networkOf } from '../network.ts';
import { instant } from '../orders/view.ts';
import { createPace, SERVER_PACE } from '../pace.ts';
import type { Access } from '../permissions/access.ts';
import { byRule, describeProblem, ProblemError } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import type { ActivationService } from './activations.ts';
import type { ServerService } from './servers.ts';

/** What a machine says of itself when it begins to wait. */
export type Waiting = { fingerprint: string; version: string; publicKey: PublicKey; hostname?: string };

/** How a server is approved; `replaces` says that the machine it is on may be another's place. */
export type Approval = { server: string; replaces: boolean };

/** A machine that waits, as whoever entered its code sees it; `isOver` says that nothing can become of it any more. */
export type SeenPairing = Pick<
  PairingRow,
  'id' | 'state' | 'hostname' | 'version' | 'address' | 'server' | 'refusal'
> & {
  isOver: boolean;
  isActivated: boolean;
};

export type PairingService = ReturnType<typeof createPairingService>;

type Parts = { access: Access; activations: ActivationService; servers: ServerService; post: Post };

/** How a machine becomes a server by a code on its screen, which somebody enters who may give it one (the shape of RFC 8628). */
export function createPairingService(deps: Deps, { access, activations, servers, post }: Parts) {
  const { orm, temporal, clock, publicUrl, secretKeys } = deps;
  const em = () => orm.em.fork();
  const secondsToWait = createPace(SERVER_PACE);

  /** What only whoever began this pairing gets to know; from which key it derives is told by what is stored. */
  function codesOf({ id, deviceHash }: Pick<PairingRow, 'id' | 'deviceHash'>) {
    const key = secretKeys.find((one) => hashOfSecret(deviceCodeOf(one, id)) === deviceHash);
    if (!key) throw new ProblemError('PAIRING_EXPIRED');
    return { deviceCode: deviceCodeOf(key, id), userCode: userCodeOf(key, id) };
  }

  /** The pairing of a machine that asks. Problems: CHECK_IN_NOT_AUTHENTIC (with `serverTime`), PAIRING_UNKNOWN. */
  async function identify(authorization: string | undefined): Promise<PairingRow> {
    const now = clock();
    const notAuthentic = () => new ProblemError('CHECK_IN_NOT_AUTHENTIC', { details: { serverTime: instant(now) } });
    const jws = readBearer(authorization);
    const deviceCode = jws?.claims.deviceCode;
    if (
      !jws ||
      typeof deviceCode !== 'string' ||
      !isFor(undefined, jws) ||
      !isInTime(jws.claims, publicUrl, now / 1000)
    )
      throw notAuthentic();
    const pairing = await findPairingOfDevice(em(), hashOfSecret(deviceCode));
    if (!pairing) throw new ProblemError('PAIRING_UNKNOWN');
    if (!isSignedBy(jws, pairing.publicKey)) throw notAuthentic();
    return pairing;
  }

  /** Who is called too soon waits, each machine for itself. Problems: TOO_MANY_REQUESTS. */
  function refuseHaste({ id }: PairingRow, now: number): void {
    const retryAfterSeconds = secondsToWait(id, now);
    if (retryAfterSeconds > 0) throw tooSoon(retryAfterSeconds, now);
  }

  /** The version of the token by which an approved server becomes this machine: a new one where it was another's. */
  async function ownToken({ id, server, by, byVendor, replaces }: PairingRow): Promise<number> {
    if (replaces) {
      const asked = { requestId: `pairing/${id}/rotation`, by: by as By };
      return (await servers.rotateToken(server!, byVendor, asked)).version;
    }
    const token = await latestToken(em(), server!);
    if (!token) throw new ProblemError('NOTHING_ASSIGNED');
    return token.version;
  }

  /** Every step has a key of its own: whatever dies in between, the next call of the machine goes on. */
  async function activate(pairing: PairingRow) {
    const { id, server, by, fingerprint, version, hostname, publicKey } = pairing;
    try {
      const tokenVersion = pairing.tokenVersion ?? (await keepTokenVersion(em(), id, await ownToken(pairing)));
      const about = { fingerprint, version, hostname, publicKey };
      const asked = { requestId: `pairing/${id}`, by: by as By };
      const activated = await activations.bind({ id: server!, tokenVersion }, about, asked);
      if (pairing.activatedAt === null) {
        await noteOutcome(em(), id, new Date(clock()), null);
        await tellAdministrators(pairing);
      }
      return activated;
    } catch (error) {
      if (error instanceof ProblemError && describeProblem(error).retryAfterSeconds === undefined)
        await noteOutcome(em(), id, new Date(clock()), error.code);
      throw error;
    }
  }

  /**
   * Whether the rules let the server become this machine, by its workflow's own state: who approves hears at once what the
   * machine would. Where no worker answers, the machine does.
   */
  async function foretell(pairing: PairingRow, { server, replaces }: Approval, caller: Caller): Promise<void> {
    const state = await query(temporal, serverWorkflowId(server), serverQuery);
    if (!state) return;
    const { fingerprint, version, hostname, publicKey } = pairing;
    const [at, tokenKey, byVendor] = [clock(), secretKeys[0]!.name, isVendor(caller)];
    byRule(() => {
      const own = replaces ? handle(state, { type: 'rotate', tokenKey, byVendor }, at, at).server : state;
      const about = { tokenVersion: own.token?.version ?? 0, fingerprint, version, hostname, publicKey };
      return handle(own, { type: 'activate', ...about }, at, at);
    });
  }

  /** Says to who administrates the customer that a machine is replaced: at the approval, and again once it was. */
  async function tellAdministrators({ id, server, replaces }: Pick<PairingRow, 'id' | 'server' | 'replaces'>) {
    if (!replaces) return;
    const { view } = await servers.readServer(server!);
    const url = `${publicUrl}/customers/${view.customer}/servers/${view.id}`;
    for (const { person, email: to, locale } of await administratorsOf(em(), view.customer)) {
      const mail = await renderMachineReplacedMail({ server: view.name, url, locale });
      post.send({ ...mail, to, tag: 'machine-replaced', idempotencyKey: `machine-replaced/${id}/${person}` });
    }
  }

  /** A pairing that this person entered the code of last. Problems: NOT_FOUND. */
  async function entered(person: string, id: string): Promise<PairingRow> {
    const pairing = await findPairing(em(), id);
    if (pairing?.personId !== person) throw new ProblemError('NOT_FOUND');
    return pairing;
  }

  return {
    /**
     * Takes a machine in that waits for somebody to enter its code; `address` is where it asks from. The same request again
     * is answered the same. Problems: VERSION_TOO_OLD, TOO_MANY_REQUESTS, PAIRING_EXPIRED for a repeat that comes too late.
     */
    async begin({ hostname: said, ...about }: Waiting, address: string, requestId: string) {
      const hostname = said ?? null;
      checkTexts({ '/fingerprint': about.fingerprint, '/version': about.version, '/hostname': said });
      if (isTooOld(about.version)) throw new ProblemError('VERSION_TOO_OLD', { details: { version: about.version } });
      const [now, key] = [clock(), secretKeys[0]!];
      const kept = await keepPairing(em(), {
        ...{ ...about, hostname, id: requestId, address, createdAt: new Date(now) },
        deviceHash: hashOfSecret(deviceCodeOf(key, requestId)),
        codeHash: hashOfUserCode(key, userCodeOf(key, requestId)),
        network: hashOfNetwork(secretKeys, networkOf(address)),
      });
      if (typeof kept === 'number') throw new ProblemError('TOO_MANY_REQUESTS', { retryAfterSeconds: kept });
      const expiresInSeconds = Math.ceil((endOf(kept) - now) / 1000);
      if (expiresInSeconds <= 0) throw new ProblemError('PAIRING_EXPIRED');
      return {
        ...codesOf(kept),
        verificationUrl: `${publicUrl}/pair`,
        expiresInSeconds,
        intervalSeconds: PAIRING_INTERVAL_SECONDS,
      };
    },

    /**
     * What has become of a machine that waits: its activation, once somebody approved it, the same for ten minutes.
     * Problems: CHECK_IN_NOT_AUTHENTIC, PAIRING_UNKNOWN, PAIRING_EXPIRED, PAIRING_REFUSED, TOO_MANY_REQUESTS,
     * PAIRING_PENDING; those of an activation, CHANGE_IN_PROGRESS.
     */
    async poll(authorization: string | undefined) {
      const pairing = await identify(authorization);
      const now = clock();
      if (pairing.state === 'refused') throw new ProblemError('PAIRING_REFUSED');
      if (endOf(pairing) <= now) throw new ProblemError('PAIRING_EXPIRED');
      refuseHaste(pairing, now);
      if (pairing.state === 'approved') return activate(pairing);
      if (!(await notePoll(em(), pairing.id, new Date(now)))) throw tooSoon(PAIRING_INTERVAL_SECONDS, now);
      throw new ProblemError('PAIRING_PENDING');
    },

    /** Whose code somebody entered; null for nobody's. Problems: TOO_MANY_REQUESTS after five wrong ones within a minute. */
    async enter(person: string, typed: string): Promise<string | null> {
      const codeHashes = secretKeys.map((key) => hashOfUserCode(key, typed));
      const outcome = await enterCode(em(), { person, codeHashes, wrongId: randomUUID(), now: new Date(clock()) });
      if (outcome === 'wrong') return null;
      if ('retryAfterSeconds' in outcome) throw new ProblemError('TOO_MANY_REQUESTS', outcome);
      return outcome.pairing;
    },

    /** What the machine says of itself whose code this person entered last. Problems: NOT_FOUND. */
    async read(person: string, id: string): Promise<SeenPairing> {
      const pairing = await entered(person, id);
      const { state, hostname, version, address, server, refusal, activatedAt } = pairing;
      const isOver = endOf(pairing) <= clock();
      return { id, state, hostname, version, address, server, refusal, isOver, isActivated: activatedAt !== null };
    },

    /**
     * Gives a machine a server, which it becomes when it asks next. A server that is activated is another machine's place:
     * that has to be meant. Problems: NOT_FOUND, NOT_PERMITTED, PAIRING_EXPIRED, TOKEN_BOUND_ELSEWHERE where it was not
     * meant, and those of an activation.
     */
    async approve(caller: Caller & { person: { id: string } }, id: string, approval: Approval): Promise<void> {
      const { server, replaces } = approval;
      await access.toServer(caller, server, mayManageServers);
      const pairing = await entered(caller.person.id, id);
      const { view } = await servers.readServer(server);
      const isActivated = view.state === 'activated';
      if (view.state === 'retired') throw new ProblemError('SERVER_RETIRED');
      if (view.state === 'registered') throw new ProblemError('NOTHING_ASSIGNED');
      if (isActivated && !replaces) throw new ProblemError('TOKEN_BOUND_ELSEWHERE');
      const decision = { server, by: caller.by, byVendor: isVendor(caller), replaces: isActivated };
      await foretell(pairing, { server, replaces: isActivated }, caller);
      const now = new Date(clock());
      if (!(await decidePairing(em(), { id, person: caller.person.id, now }, decision)))
        throw new ProblemError('PAIRING_EXPIRED');
      await tellAdministrators({ id, ...decision });
    },

    /** Says that a machine is none of the caller's. Again, or too late, changes nothing. Problems: NOT_FOUND. */
    async refuse(person: string, id: string): Promise<void> {
      await entered(person, id);
      await decidePairing(em(), { id, person, now: new Date(clock()) }, null);
    },
  };
}

/** Until when something can become of a pairing, in epoch milliseconds: ten minutes from its newest step. */
function endOf({ createdAt, decidedAt, activatedAt }: PairingRow): number {
  return (activatedAt ?? decidedAt ?? createdAt).getTime() + PAIRING_SECONDS * 1000;
}

function isVendor({ account }: Caller): boolean {
  return account.kind === 'vendor';
}

function tooSoon(retryAfterSeconds: number, now: number): ProblemError {
  return new ProblemError('TOO_MANY_REQUESTS', { retryAfterSeconds, details: { serverTime: instant(now) } });
}
