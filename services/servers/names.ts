import {
  areSameNames,
  claimName,
  freeNames,
  overdueClaim,
  settleName,
  type Claim,
  type ServerName,
} from '../../db/queries/servers/names.ts';
import { isKnown, query } from '../../temporal/calls.ts';
import { serverQuery, serverWorkflowId } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';

/** Names of servers, unique among those of a customer that are in use, in any case. */
export function createNames({ orm, temporal }: Pick<Deps, 'orm' | 'temporal'>) {
  const em = () => orm.em.fork();

  /** Whether a claim came to nothing: whoever made it died before its server was told. What nobody can say counts as no. */
  async function isAbandoned({ server }: Claim, name: string): Promise<boolean> {
    const state = await query(temporal, serverWorkflowId(server), serverQuery);
    if (state) return state.retiredAt !== null || !(await areSameNames(em(), state.name, name));
    return !(await isKnown(temporal, serverWorkflowId(server)));
  }

  return {
    /**
     * Claims a name before a server is told of it; null where another has it. One that was claimed a minute ago and whose
     * server has not been seen under it is judged by what that server says of itself.
     */
    async claim(named: ServerName): Promise<Claim | null> {
      const claim = await claimName(em(), named);
      if (claim) return claim;
      const overdue = await overdueClaim(em(), named);
      return overdue && (await isAbandoned(overdue, named.name)) ? claimName(em(), named, overdue) : null;
    },

    /** Keeps a claimed name for good, where its server is known by it. */
    settle: (named: ServerName, claim: Claim): Promise<void> => settleName(em(), named, claim),

    /** Frees what a server is no longer known by. */
    free: (server: Omit<ServerName, 'name'>): Promise<void> => freeNames(em(), server),

    areSame: (one: string, other: string): Promise<boolean> => areSameNames(em(), one, other),
  };
}
