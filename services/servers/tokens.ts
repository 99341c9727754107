import { latestToken } from '../../db/queries/servers/tokens.ts';
import { readJournalItem } from '../../db/queries/read-journal.ts';
import { hasServerReached } from '../../db/queries/servers/servers.ts';
import { type Token } from '../../domain/server/server.ts';
import { tokenOf } from '../../secrets/activation-token.ts';
import { rotateUpdate, serverWorkflowId } from '../../temporal/contract.ts';
import type { Asked } from '../asked.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import { instant } from '../orders/view.ts';
import { reached } from '../reached.ts';
import type { KnownServers } from './known.ts';
import { update } from '../../temporal/calls.ts';
import { updated } from '../outcomes.ts';

/** An Activation Token as a person gets it; instants are ISO 8601 UTC. */
export type ShownToken = { token: string; version: number; issuedAt: string; redeemedAt: string | null };

/** The Activation Tokens of servers: shown to who may assign, and replaced. */
export function createServerTokens(deps: Deps, { look, readLiving }: KnownServers) {
  const { orm, temporal, clock, secretKeys } = deps;
  const em = () => orm.em.fork();

  function showToken(id: string, token: Token): ShownToken {
    return {
      token: tokenOf(secretKeys, id, token),
      version: token.version,
      issuedAt: instant(token.issuedAt),
      redeemedAt: token.redeemedAt === null ? null : instant(token.redeemedAt),
    };
  }

  return {
    /**
     * The present Activation Token, once a server that shows it is known by it.
     * Problems: NOT_FOUND, SERVER_RETIRED, NOTHING_ASSIGNED (404), OUTCOME_UNKNOWN.
     */
    async readToken(id: string): Promise<ShownToken> {
      const { record, newer } = await look(id);
      if (record?.state === 'retired' || newer?.retiredAt) throw new ProblemError('SERVER_RETIRED');
      if (newer?.token && !(await reached(() => hasServerReached(em(), id, newer.seq, []))))
        throw new ProblemError('OUTCOME_UNKNOWN');
      const token = newer ? newer.token : await latestToken(em(), id);
      if (!token) throw new ProblemError('NOTHING_ASSIGNED', { status: 404 });
      return showToken(id, token);
    },

    /**
     * Makes a new token; the old one says so from then on. A repeat of the same request gets the same token. When the
     * vendor does it, the server may go to other machines anew.
     * Problems: NOT_FOUND, SERVER_RETIRED, NOTHING_ASSIGNED, CHANGE_IN_PROGRESS, OUTCOME_UNKNOWN.
     */
    async rotateToken(id: string, byVendor: boolean, asked: Asked): Promise<ShownToken> {
      const record = await readLiving(id);
      const argument = { request: asked.requestId, by: asked.by, at: clock(), tokenKey: secretKeys[0]!.name, byVendor };
      const answer = updated(await update(temporal, serverWorkflowId(id), rotateUpdate, asked.requestId, argument));
      if (!answer) throw new ProblemError(record ? 'SERVER_RETIRED' : 'NOT_FOUND');
      await reached(() => hasServerReached(em(), id, answer.seq, answer.told));
      const rotated = await readJournalItem(em(), answer.stream, answer.seq);
      if (!rotated) throw new ProblemError('OUTCOME_UNKNOWN');
      const { version, key } = rotated.data as { version: number; key: string };
      return showToken(id, { version, key, issuedAt: rotated.at, redeemedAt: null });
    },
  };
}
