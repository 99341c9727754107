import {
  claimStandby,
  giveUpStandby,
  settleStandby,
  standbyOf,
  type StandingBy,
} from '../../db/queries/servers/standbys.ts';
import type { Deps } from '../deps.ts';
import { whileClaimed } from '../outcomes.ts';
import { invalid, ProblemError } from '../problems/problems.ts';
import { serverNotSaid } from './unrepaired.ts';

/** Which servers stand by for which: a server has one standby, and a standby has none. */
export function createStandbys({ orm, temporal }: Pick<Deps, 'orm' | 'temporal'>) {
  const em = () => orm.em.fork();

  /** Whether it is claimed anew. Problems: INVALID_REQUEST for what is no server of the customer, STANDBY_OF_STANDBY, STANDBY_TAKEN (with `standby`), ONLINE_REQUIRED, and while it says nothing yet OUTCOME_UNKNOWN, SERVER_NOT_REPAIRED. */
  async function claim(standing: StandingBy): Promise<{ isNew: boolean }> {
    const claimed = await claimStandby(em(), standing);
    switch (claimed.kind) {
      case 'claimed':
        return claimed;
      case 'unknown-server':
        throw unknownServer();
      case 'not-said': {
        const problem = await serverNotSaid({ orm, temporal }, standing.served);
        throw problem === 'NOT_FOUND' ? unknownServer() : new ProblemError(problem);
      }
      case 'chained':
        throw new ProblemError('STANDBY_OF_STANDBY');
      case 'offline':
        throw new ProblemError('ONLINE_REQUIRED');
      case 'taken':
        throw new ProblemError('STANDBY_TAKEN', { details: { standby: claimed.standby } });
    }
  }

  return {
    /**
     * Makes a change by which a server stands by for another one, for none (null), or as before (undefined). The other one is
     * claimed first, and given up where the change is refused and no other request claims the same. Problems: those of the claim and of the change.
     */
    async changing<Changed>(
      standing: Omit<StandingBy, 'served'> & { served: string | null | undefined },
      change: () => Promise<Changed>,
    ): Promise<Changed> {
      const { served, ...about } = standing;
      if (served === undefined) return change();
      const claimed = served === null ? null : { ...about, served };
      const isNew = claimed !== null && (await claim(claimed)).isNew;
      return whileClaimed(change, {
        settle: () => settleStandby(em(), standing.standby, served),
        giveUp: async () => {
          if (isNew) await giveUpStandby(em(), claimed);
        },
      });
    },

    /** Refuses to take a server offline that has a standby. Problems: ONLINE_REQUIRED. */
    async refuseOffline(server: string): Promise<void> {
      if ((await standbyOf(em(), server)) !== null) throw new ProblemError('ONLINE_REQUIRED');
    },
  };
}

const unknownServer = () => invalid([{ pointer: '/standbyFor', message: 'names no server in use of this customer' }]);
