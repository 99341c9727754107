import type { EntityManager } from '@mikro-orm/postgresql';
import { takeTurn } from '../turns.ts';
import { journaled } from './journal.ts';

const LOST = journaled(`
  select 'contact/' || server, seq + 1 - row_number() over (partition by server order by "order"),
    'unrecoverable', ?::timestamptz, ?::timestamptz, jsonb_build_object('order', "order", 'lines', lines)
  from lost join counted using (server)`);

/** What a former release wrote, once for the whole order. */
const NAMES_NO_LINE = `not jsonb_path_exists(j.data, '$.lines[*].line')`;

/**
 * Journals, once for every line, that a canceled line's capacity stands in an offline document that nobody can take
 * back: in the stream `contact/<server>`, as it is not the server's own doing. `about` names the order that was canceled
 * or the server that was given a document, whichever was published last. Belongs in the transaction that publishes it, and
 * takes a turn with others of the customer: of two at the same moment neither would see the other's rows.
 */
export async function noteUnrecoverable(
  tx: EntityManager,
  about: { order: string } | { server: string },
  { customerId, lastAt }: { customerId: string; lastAt: number },
): Promise<void> {
  const at = new Date(lastAt);
  const [condition, id] = 'order' in about ? ['o.number = ?', about.order] : ['v.id = ?', about.server];
  await takeTurn(tx, `unrecoverable/${customerId}`);
  await tx.execute(
    `with lost as (
       select v.id as server, o.number as "order", jsonb_agg(line - 'order') as lines
       from servers v cross join jsonb_array_elements(v.offline->-1->'lines') line
       join orders o on o.number = line->>'order'
       left join lines l on l.order_number = o.number and l.id = line->>'line'
       where (o.status = 'canceled' or l.canceled_at is not null) and ${condition}
         and not exists (select from journal j
           where j.stream = 'contact/' || v.id and j.type = 'unrecoverable' and j.data->>'order' = o.number
             and (${NAMES_NO_LINE} or j.data->'lines' @> jsonb_build_array(jsonb_build_object('line', line->>'line'))))
       group by v.id, o.number),
     counted as (
       insert into contacts (server, seq) select server, count(*) from lost group by server order by server
       on conflict (server) do update set seq = contacts.seq + excluded.seq returning server, seq),
     ${LOST} select`,
    [id, at, at],
  );
}
