import { connect } from '../../db/orm.ts';

/** Every order and server whose journal does not hold each of its events once, a sentence each; callers see fewer types. */
export async function journalGaps(databaseUrl: string): Promise<string[]> {
  const orm = await connect(databaseUrl, 1);
  try {
    const rows = await orm.em.fork().execute<{ stream: string; seq: number; items: number }[]>(
      `with heads as (
         select 'order/' || number as stream, seq from orders union all select 'server/' || id, seq from servers)
       select stream, heads.seq, count(journal.seq)::int as items from heads left join journal using (stream)
       group by stream, heads.seq
       having count(journal.seq) <> heads.seq or max(journal.seq) <> heads.seq or min(journal.seq) <> 1`,
    );
    return rows.map(({ stream, seq, items }) => `${stream} is at event ${seq}, and its journal holds ${items} events`);
  } finally {
    await orm.close();
  }
}
