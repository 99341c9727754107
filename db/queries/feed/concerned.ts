import type { EntityManager } from '@mikro-orm/postgresql';
import { executePrepared } from '../prepared.ts';

/** Streams of which no event changes what a license document says. */
const OF_NO_DOCUMENT = `('unlock-link', 'mail', 'mail-state', 'account', 'digest')`;

/**
 * A server is concerned by its own life and calls, and by the lives of orders of which it holds something, or that name it, as
 * what is taken back is held no more; and by whatever concerns the server that it stands by for, or its own standby. A stream of a kind that is not known here concerns everybody, which is null: that costs
 * looks, and misses nothing.
 */
const CONCERNED = `with news as materialized (
    select stream, seq, split_part(stream, '/', 1) as kind, split_part(stream, '/', 2) as name
    from feed where position > $1 and position <= $2),
  concerned as materialized (
    select name as server from news where kind in ('server', 'contact')
    union select held.server from news join assignments held on held.order_number = news.name where kind = 'order'
    union select named.data->>'server' from news join journal named using (stream, seq)
      where kind = 'order' and named.data ? 'server'
    union select named.data->>'standby' from news join journal named using (stream, seq)
      where kind in ('server', 'contact') and named.data ? 'standby'
    union select named.data->>'formerStandbyFor' from news join journal named using (stream, seq)
      where kind = 'server' and named.data ? 'formerStandbyFor')
  select server from concerned where server is not null
  union select standby.id from concerned join servers standby on standby.standby_for = concerned.server
  union select standby.standby_for from concerned join servers standby on standby.id = concerned.server
    where standby.standby_for is not null
  union select null from news where kind not in ('server', 'contact', 'order') and kind not in ${OF_NO_DOCUMENT}`;

/**
 * The servers whose license document may say something else by what stands in the feed behind a position and up to another;
 * null where that may be any server's.
 */
export async function serversConcerned(em: EntityManager, after: number, upTo: number): Promise<string[] | null> {
  const rows = await executePrepared<{ server: string | null }>(em, 'servers-concerned', CONCERNED, [after, upTo]);
  const servers = rows.map(({ server }) => server);
  return servers.every((server) => server !== null) ? servers : null;
}
