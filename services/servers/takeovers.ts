import { readServer } from '../../db/queries/servers/servers.ts';
import { standbyOf } from '../../db/queries/servers/standbys.ts';
import { countedTakeovers, takeoversOf, type KnownTakeover } from '../../db/queries/servers/takeovers.ts';
import { standbyDaysLeft, WINDOW_DAYS } from '../../domain/server/takeover.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { ProblemError } from '../problems/problems.ts';

/** As many as a page shows, the newest: 30 days are used up by few. */
const MOST_SHOWN = 100;

const WINDOW_MS = WINDOW_DAYS * 86_400_000;

/** Takeovers as the API answers them; `daysLeft` is null for a server that has no standby and is none. */
export type TakeoversView = { daysLeft: number | null; items: ReturnType<typeof present>[] };

/** What of takeovers is shown of a server, which is served or stands by. */
export function createTakeoverList({ orm, clock }: Pick<Deps, 'orm' | 'clock'>) {
  const em = () => orm.em.fork();

  return {
    /** The takeovers in which a server had a part, last begun first. Problems: NOT_FOUND. */
    async listTakeovers(id: string): Promise<TakeoversView> {
      const now = clock();
      const server = await readServer(em(), id);
      if (!server) throw new ProblemError('NOT_FOUND');
      const known = await takeoversOf(em(), id, MOST_SHOWN);
      const served = server.standbyFor ?? id;
      const standby = await standbyOf(em(), served);
      const hasDays = standby !== null || known.length > 0;
      const counted = hasDays ? await countedTakeovers(em(), { served, standby }, now - WINDOW_MS) : [];
      return {
        daysLeft: hasDays ? standbyDaysLeft(counted, now) : null,
        items: known.map((takeover) => present(takeover, now)),
      };
    },
  };
}

/** `overlapSeconds` is how long both could run: until the served server heard of it, and from its release on. */
function present({ served, standby, startedAt, endedAt, toldAt, releasedAt }: KnownTakeover, now: number) {
  const until = Math.min(endedAt ?? now, releasedAt ?? now);
  const unheard = Math.max(0, (toldAt ?? until) - startedAt);
  const after = releasedAt === null || endedAt === null ? 0 : endedAt - releasedAt;
  return {
    ...{ served, standby, startedAt: instant(startedAt), endedAt: instant(endedAt) },
    overlapSeconds: Math.round((unheard + after) / 1000),
  };
}
