import { randomUUID } from 'node:crypto';
import { decidePairing, enterCode, findPairing } from '../../db/queries/servers/pairings.ts';
import type { PairingRow } from '../../db/entities/servers/pairing.ts';
import { mayManageServers, type Caller } from '../../domain/people/permissions.ts';
import { handle } from '../../domain/server/handle.ts';
import { hashOfUserCode } from '../../secrets/pairing.ts';
import { query } from '../../temporal/calls.ts';
import { serverQuery, serverWorkflowId } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { createLimit, REPLACING_PACE } from '../pace.ts';
import type { Access } from '../permissions/access.ts';
import { byRule, ProblemError } from '../problems/problems.ts';
import type { ServerService } from '../servers/servers.ts';
import { endOf } from './end.ts';
import type { TellReplaced } from './told.ts';

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

type Parts = { access: Access; servers: ServerService; tellReplaced: TellReplaced };

/** What a person says of a machine whose code they entered: which server it becomes, or that it is none of theirs. */
export function createApprovalService(deps: Deps, { access, servers, tellReplaced }: Parts) {
  const { orm, temporal, clock, secretKeys } = deps;
  const refuseHaste = createLimit(REPLACING_PACE);
  const em = () => orm.em.fork();

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

  /** A pairing that this person entered the code of last. Problems: NOT_FOUND. */
  async function entered(person: string, id: string): Promise<PairingRow> {
    const pairing = await findPairing(em(), id);
    if (pairing?.personId !== person) throw new ProblemError('NOT_FOUND');
    return pairing;
  }

  return {
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
     * meant, TOO_MANY_REQUESTS, and those of an activation.
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
      if (isActivated) refuseHaste(view.customer, clock());
      const now = new Date(clock());
      if (!(await decidePairing(em(), { id, person: caller.person.id, now }, decision)))
        throw new ProblemError('PAIRING_EXPIRED');
      await tellReplaced({ id, ...decision });
    },

    /** Says that a machine is none of the caller's. Again, or too late, changes nothing. Problems: NOT_FOUND. */
    async refuse(person: string, id: string): Promise<void> {
      await entered(person, id);
      await decidePairing(em(), { id, person, now: new Date(clock()) }, null);
    },
  };
}

function isVendor({ account }: Caller): boolean {
  return account.kind === 'vendor';
}
