import {
  findPairingOfDevice,
  keepPairing,
  keepTokenVersion,
  noteOutcome,
  notePoll,
} from '../../db/queries/servers/pairings.ts';
import { latestToken } from '../../db/queries/servers/tokens.ts';
import type { PairingRow } from '../../db/entities/servers/pairing.ts';
import { PAIRING_INTERVAL_SECONDS } from '../../domain/pairing.ts';
import type { By } from '../../domain/people/permissions.ts';
import type { PublicKey } from '../../domain/server/server.ts';
import { isTooOld } from '../../domain/server/version.ts';
import { isSignedBy } from '../../secrets/jws.ts';
import { deviceCodeOf, hashOfUserCode, userCodeOf } from '../../secrets/pairing.ts';
import { hashOfNetwork, hashOfSecret } from '../../secrets/sign-in.ts';
import { readCall, serverTime } from '../check-ins/caller.ts';
import type { Deps } from '../deps.ts';
import { networkOf } from '../network.ts';
import { createLimit, PAIRING_PACE, SERVER_PACE } from '../pace.ts';
import { describeProblem, ProblemError } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import type { ActivationService } from '../servers/activations.ts';
import type { ServerService } from '../servers/servers.ts';
import { endOf } from './end.ts';
import type { TellReplaced } from './told.ts';

/** What a machine says of itself when it begins to wait. */
export type Waiting = { fingerprint: string; version: string; publicKey: PublicKey; hostname?: string };

export type PairingService = ReturnType<typeof createPairingService>;

type Parts = { activations: ActivationService; servers: ServerService; tellReplaced: TellReplaced };

/** How a machine becomes a server by a code on its screen, which somebody enters who may give it one (the shape of RFC 8628). */
export function createPairingService(deps: Deps, { activations, servers, tellReplaced }: Parts) {
  const { orm, clock, publicUrl, secretKeys } = deps;
  const em = () => orm.em.fork();
  // A machine that has its answer and asks in a loop waits, for itself alone.
  const refuseHaste = createLimit(SERVER_PACE);
  const refuseToBegin = createLimit(PAIRING_PACE);

  /** What only whoever began this pairing gets to know; from which key it derives is told by what is stored. */
  function codesOf({ id, deviceHash }: Pick<PairingRow, 'id' | 'deviceHash'>) {
    const key = secretKeys.find((one) => hashOfSecret(deviceCodeOf(one, id)) === deviceHash);
    if (!key) throw new ProblemError('PAIRING_EXPIRED');
    return { deviceCode: deviceCodeOf(key, id), userCode: userCodeOf(key, id) };
  }

  /** The pairing of a machine that asks. Problems: CHECK_IN_NOT_AUTHENTIC (with `serverTime`), PAIRING_UNKNOWN. */
  async function identify(authorization: string | undefined): Promise<PairingRow> {
    const now = clock();
    const notAuthentic = () => new ProblemError('CHECK_IN_NOT_AUTHENTIC', { details: serverTime(now) });
    const jws = readCall(authorization, null, { audience: publicUrl, nowMs: now });
    const deviceCode = jws?.claims.deviceCode;
    if (!jws || typeof deviceCode !== 'string') throw notAuthentic();
    const pairing = await findPairingOfDevice(em(), hashOfSecret(deviceCode));
    if (!pairing) throw new ProblemError('PAIRING_UNKNOWN');
    if (!isSignedBy(jws, pairing.publicKey)) throw notAuthentic();
    return pairing;
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
        await tellReplaced(pairing);
        await noteOutcome(em(), id, new Date(clock()), null);
      }
      return activated;
    } catch (error) {
      if (error instanceof ProblemError && describeProblem(error).retryAfterSeconds === undefined)
        await noteOutcome(em(), id, new Date(clock()), error.code);
      throw error;
    }
  }

  return {
    /**
     * Takes a machine in that waits for somebody to enter its code; `address` is where it asks from. The same request again
     * is answered the same. Problems: VERSION_TOO_OLD, TOO_MANY_REQUESTS, PAIRING_EXPIRED for a repeat that comes too late.
     */
    async begin({ hostname: said, ...about }: Waiting, address: string, requestId: string) {
      const [now, key, network] = [clock(), secretKeys[0]!, networkOf(address)];
      refuseToBegin(network, now);
      const hostname = said ?? null;
      checkTexts({ '/fingerprint': about.fingerprint, '/version': about.version, '/hostname': said });
      if (isTooOld(about.version)) throw new ProblemError('VERSION_TOO_OLD', { details: { version: about.version } });
      const kept = await keepPairing(em(), {
        ...{ ...about, hostname, id: requestId, address, createdAt: new Date(now) },
        deviceHash: hashOfSecret(deviceCodeOf(key, requestId)),
        codeHash: hashOfUserCode(key, userCodeOf(key, requestId)),
        network: hashOfNetwork(secretKeys, network),
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
      if (pairing.state === 'approved') {
        refuseHaste(pairing.id, now, serverTime(now));
        return activate(pairing);
      }
      const retryAfterSeconds = PAIRING_INTERVAL_SECONDS;
      if (!(await notePoll(em(), pairing.id, new Date(now))))
        throw new ProblemError('TOO_MANY_REQUESTS', { retryAfterSeconds, details: serverTime(now) });
      throw new ProblemError('PAIRING_PENDING');
    },
  };
}
