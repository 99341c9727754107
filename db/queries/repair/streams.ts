import type { EntityManager } from '@mikro-orm/postgresql';
import type { Recorded } from '../../../domain/recorded.ts';
import { inMs } from '../instants.ts';
import { executePrepared } from '../prepared.ts';
import { asJson } from '../publishing/publish.ts';
import { tablesOf, type StreamKind, type StreamRows, type Table } from '../publishing/streams.ts';

/** How far a journal goes: up to `last`, without a gap where `events` are as many. */
export type JournalEnd = { events: number; last: number };

/** What tables and journals say of a stream. */
export type StreamLook = JournalEnd & {
  /** Where the parent row is; null where there is none. */
  seq: number | null;
  /** Whether its rows are other ones than those that were given. */
  differs: boolean;
  /** What the journal has from a place on. */
  journal: Recorded<{ type: string }>[];
};

/** How far the journal of every order and server goes, by stream. */
export async function journalEnds(em: EntityManager): Promise<Map<string, JournalEnd>> {
  const rows = await em.execute<(JournalEnd & { stream: string })[]>(
    `select stream, count(*)::int as events, max(seq) as last from journal
     where stream like 'order/%' or stream like 'server/%' group by stream`,
  );
  return new Map(rows.map(({ stream, ...end }) => [stream, end]));
}

/** Compares the rows of a stream with those that its workflow says, in one statement, and reads its journal from a place on. */
export async function lookAtStream<Kind extends StreamKind>(
  em: EntityManager,
  kind: Kind,
  id: string,
  { rows, from }: { rows: StreamRows<Kind>; from: number },
): Promise<StreamLook> {
  const { parent, children } = tablesOf(em, kind);
  const ofParent = rows.children as Record<string, object[]>;
  const tables = [parent, ...children.map(([, table]) => table)];
  const given = [asJson(parent, [rows.parent]), ...children.map(([name, table]) => asJson(table, ofParent[name]!))];
  const [look] = await executePrepared<StreamLook>(
    em,
    `look-at-${kind}`,
    `select (select seq from ${parent.name} where ${parent.of} = $1) as seq,
       ${tables.map((table, index) => differing(table, `$${index + 4}`)).join(' or ')} as differs,
       (select count(*)::int from journal where stream = $2) as events,
       coalesce((select max(seq) from journal where stream = $2), 0) as last,
       coalesce((select jsonb_agg(data || jsonb_build_object('seq', seq, 'type', type, 'at', ${inMs('at')},
           'recordedAt', ${inMs('recorded_at')}) order by seq)
         from journal where stream = $2 and seq >= $3), '[]') as journal`,
    [id, `${kind}/${id}`, from, ...given],
  );
  return look!;
}

/** In SQL, whether a table lacks any of the rows given or, unless older ones stay, has others of the stream. */
function differing({ name, of, columns, grows }: Table, given: string): string {
  const all = Object.values(columns).join();
  const wanted = `select ${all} from jsonb_populate_recordset(null::${name}, ${given}::jsonb)`;
  const present = `select ${all} from ${name} where ${of} = $1`;
  const lacks = (one: string, other: string) => `exists (${one} except ${other})`;
  return grows ? lacks(wanted, present) : `${lacks(wanted, present)} or ${lacks(present, wanted)}`;
}

/** The whole journal of a stream, in sequence. */
export async function readStream<Event extends Recorded<{ type: string }>>(
  em: EntityManager,
  stream: string,
): Promise<Event[]> {
  const rows = await em.execute<{ event: Event }[]>(
    `select data || jsonb_build_object('seq', seq, 'type', type, 'at', ${inMs('at')}, 'recordedAt', ${inMs('recorded_at')}) as event
     from journal where stream = ? order by seq`,
    [stream],
  );
  return rows.map(({ event }) => event);
}
