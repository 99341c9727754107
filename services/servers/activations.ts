import { noteRefusedActivation } from '../../db/queries/servers/refused-activations.ts';
import { hasServerReached } from '../../db/queries/servers/servers.ts';
import { findToken } from '../../db/queries/servers/tokens.ts';
import type { By } from '../../domain/people/permissions.ts';
import type { ActivationRequest } from '../../domain/server/server.ts';
import { hashOfToken } from '../../secrets/activation-token.ts';
import { activateUpdate, leaveUpdate, serverWorkflowId } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { describeProblem, ProblemError } from '../problems/problems.ts';
import type { CheckInService } from '../check-ins/check-ins.ts';
import type { Takeovers } from '../check-ins/takeovers.ts';
import { reached } from '../reached.ts';
import { update } from '../../temporal/calls.ts';
import { updated } from '../outcomes.ts';
import { unknownHere } from './unrepaired.ts';

/** What an AppSuite says of itself when it activates; `token` is as a person pasted it. */
export type Activation = About & { token: string };

type About = Omit<ActivationRequest, 'tokenVersion' | 'hostname'> & { hostname?: string | null };

/** The version of a server's token that stands for an activation. */
type Issued = { id: string; tokenVersion: number };

/** Under which id it is done once, and by whom where a person has it done. */
type Requested = { requestId: string; by?: By };

export type ActivationService = ReturnType<typeof createActivationService>;

/** How an AppSuite becomes a server of the cloud, and leaves it. */
export function createActivationService(deps: Deps, checkIns: CheckInService, takeovers: Pick<Takeovers, 'leave'>) {
  const { orm, temporal, clock } = deps;
  const em = () => orm.em.fork();

  /** What an administrator should see beside the server: who tried, and why it was refused. */
  async function journalRefusal(server: string, error: unknown, { fingerprint, version }: About): Promise<void> {
    if (!(error instanceof ProblemError) || describeProblem(error).retryAfterSeconds !== undefined) return;
    await noteRefusedActivation(em(), server, { code: error.code, mode: 'online', fingerprint, version }, clock());
  }

  /** Binds the server of a token to a machine, and answers its license document. Problems: as {@link activate}. */
  async function bind({ id, tokenVersion }: Issued, activation: About, { requestId, by }: Requested) {
    const { hostname = null, fingerprint, version, publicKey } = activation;
    const about = { fingerprint, version, publicKey, hostname };
    try {
      const argument = { ...about, tokenVersion, request: requestId, at: clock(), ...(by && { by }) };
      const answer = updated(await update(temporal, serverWorkflowId(id), activateUpdate, requestId, argument));
      if (!answer) throw new ProblemError('SERVER_RETIRED');
      await reached(() => hasServerReached(em(), id, answer.seq, answer.told));
    } catch (error) {
      await journalRefusal(id, error, activation);
      throw error;
    }
    const first = await checkIns.firstAnswer(id, publicKey);
    if (!first) throw new ProblemError('OUTCOME_UNKNOWN');
    return { server: id, ...first };
  }

  return {
    bind,

    /**
     * Binds a server to a machine and its key, and answers its license document. The same machine is answered again.
     * A server that hears a 201 can check in: until then its key is not projected, and the outcome unknown.
     * Problems: TOKEN_UNKNOWN, TOKEN_ROTATED, TOKEN_BOUND_ELSEWHERE, NOTHING_ASSIGNED, TOO_MANY_MACHINES,
     * TOO_MANY_REINSTALLS, VERSION_TOO_OLD,
     * SERVER_NOT_REPAIRED, SERVER_RETIRED, OUTCOME_UNKNOWN.
     */
    async activate(activation: Activation, requestId: string) {
      const { token, ...about } = activation;
      const issued = await findToken(em(), hashOfToken(token));
      if (!issued) throw new ProblemError(await unknownHere(deps, 'TOKEN_UNKNOWN'));
      const { server: id, version: tokenVersion, isReplaced } = issued;
      if (!isReplaced) return bind({ id, tokenVersion }, about, { requestId });
      // Whoever has a token that counts no more costs the workflow nothing.
      const rotated = new ProblemError('TOKEN_ROTATED');
      await journalRefusal(id, rotated, about);
      throw rotated;
    },

    /** The calling server leaves; its capacity stays assigned to it. Problems: as a check-in, OUTCOME_UNKNOWN. */
    async leave(authorization: string | undefined, requestId: string): Promise<void> {
      const { server } = await checkIns.identify(authorization, 'leave');
      const { id } = server;
      await takeovers.leave(server, clock());
      const argument = { request: requestId, at: clock() };
      const answer = updated(await update(temporal, serverWorkflowId(id), leaveUpdate, requestId, argument));
      if (answer) await reached(() => hasServerReached(em(), id, answer.seq, answer.told));
    },
  };
}
