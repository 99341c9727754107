import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Claims anew what a server is known to have, where nobody has claimed it: for whom it stands by, and which test units it
 * uses, these since the instant that its journal gives. Answers the rows that were missing. Belongs behind the writing of
 * the server's row.
 */
export async function restoreClaims(tx: EntityManager, server: string): Promise<string[]> {
  const rows = await tx.execute<{ row: string }[]>(
    `with known as (select * from servers where id = ? and state <> 'retired'),
     stands as (
       insert into standbys (served, standby, claimed_at)
       select standby_for, id, registered_at from known where standby_for is not null
       on conflict do nothing returning served),
     tests as (
       insert into test_units (customer_id, application, server, claimed_at)
       select v.customer_id, units.application, v.id, coalesce((
         select j.at from journal j where j.stream = 'server/' || v.id and j.type = 'test-units-changed'
           and j.data->'testUnits' @> to_jsonb(units.application)
           and not j.data->'formerTestUnits' @> to_jsonb(units.application)
         order by j.seq desc limit 1), v.registered_at)
       from known v, jsonb_array_elements_text(v.test_units) units (application) where v.role = 'test'
       on conflict do nothing returning customer_id, application)
     select 'standbys ' || served as row from stands
     union all select 'test_units ' || customer_id || '/' || application from tests order by 1`,
    [server],
  );
  return rows.map(({ row }) => row);
}

/**
 * Each takeover that began, in the journal, with what it says of its end. A standby that was released may have proved later that
 * it stopped: then there are two ends, of which the last one counts.
 */
const JOURNALED = `select substr(j.stream, length('contact/') + 1) as served, j.seq, j.at, j.data, told.ended_at, told.released_at
  from journal j, lateral (
    select (array_agg(e.data->>'endedAt' order by e.seq desc))[1] as ended_at,
      min(e.at) filter (where e.data->>'because' = 'released') as released_at
    from journal e where e.stream = j.stream and e.type = 'takeover-ended' and e.data->>'startedAt' = j.data->>'startedAt') told
  where j.type = 'takeover-started'`;

/** In SQL, the machine that a server was on by its journal when a takeover `j` began. */
const fingerprintAt = (server: string) => `(select a.data->>'fingerprint' from journal a
  where a.stream = 'server/' || ${server} and a.type in ('activated', 'moved', 'reinstalled') and a.at <= j.at order by a.seq desc limit 1)`;

/**
 * Writes the takeovers anew that stand in the journal and in no row, and answers the served server of each. The journal does
 * not say when a server heard that it was taken over: while the takeover goes on it hears so again, and of one that is over
 * both count as having run until its end. Belongs in a transaction, which holds all takeovers until it ends.
 */
export async function restoreTakeovers(tx: EntityManager): Promise<string[]> {
  await tx.execute('lock table takeovers in share row exclusive mode');
  const rows = await tx.execute<{ served: string }[]>(
    `insert into takeovers (served, number, standby, served_fingerprint, standby_fingerprint, started_at, ended_at, released_at)
     select j.served,
       coalesce((select max(t.number) from takeovers t where t.served = j.served), 0)
         + row_number() over (partition by j.served order by j.seq),
       j.data->>'standby', ${fingerprintAt('j.served')}, ${fingerprintAt(`(j.data->>'standby')`)},
       (j.data->>'startedAt')::timestamptz, j.ended_at::timestamptz, j.released_at
     from (${JOURNALED}) j
     where not exists (select from takeovers t where t.served = j.served and t.started_at = (j.data->>'startedAt')::timestamptz)
     order by j.served, j.seq
     on conflict do nothing returning served`,
  );
  return rows.map(({ served }) => served).sort();
}
