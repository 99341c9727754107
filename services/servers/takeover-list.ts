import { readServer } from '../../db/queries/servers/servers.ts';
import { standbyOf } from '../../db/queries/servers/standbys.ts';
import { countedTakeovers, takeoversOf, type KnownTakeover } from '../../db/queries/servers/takeovers.ts';
import { latestEnd, standbyDaysLeft } from '../../domain/server/takeover.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import type { KnownServers } from './known.ts';

/** As many as a page shows, the newest: 30 days are used up by few. */
const MOST_SHOWN = 100;

/** Takeovers as the API answers them; `daysLeft` is null for a server that has no standby and is none. */
export type TakeoversView = { daysLeft: number | null; items: ReturnType<typeof present>[] };

/** The same with the standby of the served server; null where it has none. */
export type Standing = TakeoversView & { standby: string | null };

/** What of takeovers is shown of a server, which is served or stands by. */
export function createTakeoverList({ orm, clock }: Pick<Deps, 'orm' | 'clock'>, { look }: Pick<KnownServers, 'look'>) {
  const em = () => orm.em.fork();

  /** What stands between a server and its standby, from whichever side. */
  async function standing(id: string, standbyFor: string | null): Promise<Standing> {
    const now = clock();
    const served = standbyFor ?? id;
    const [standby, known] = await Promise.all([standbyOf(em(), served), takeoversOf(em(), id, MOST_SHOWN)]);
    if (standby === null && known.length === 0 && standbyFor === null) return { standby, daysLeft: null, items: [] };
    const counted = await countedTakeovers(em(), { served, standby }, now);
    return {
      standby,
      daysLeft: standbyDaysLeft(counted, now),
      items: known.map((takeover) => present(takeover, now)),
    };
  }

  return {
    standing,

    /** The takeovers in which a server had a part, last begun first. Problems: NOT_FOUND, OUTCOME_UNKNOWN. */
    async listTakeovers(id: string): Promise<TakeoversView> {
      const server = (await readServer(em(), id)) ?? (await look(id)).newer;
      const { daysLeft, items } = await standing(id, server?.standbyFor ?? null);
      return { daysLeft, items };
    },
  };
}

/** `overlapSeconds` is how long both could run: until the served server heard of it, and from its release on. */
function present({ served, standby, toldAt, releasedAt, ...takeover }: KnownTakeover, now: number) {
  const { startedAt } = takeover;
  const endedAt = takeover.endedAt === null && latestEnd(takeover) > now ? null : latestEnd(takeover);
  const until = Math.min(endedAt ?? now, releasedAt ?? now);
  const unheard = Math.max(0, (toldAt ?? until) - startedAt);
  const after = releasedAt === null || endedAt === null ? 0 : endedAt - releasedAt;
  return {
    ...{ served, standby, startedAt: instant(startedAt), endedAt: instant(endedAt) },
    overlapSeconds: Math.round((unheard + after) / 1000),
  };
}
