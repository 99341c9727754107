import { SEVERITIES } from '../../../domain/condition/severity.ts';
import { TODO, type TodoKind } from '../../../domain/todo.ts';

/** What stands in a row of what is to be done, in SQL: its key says what happened, `due` is in epoch milliseconds. */
type Row = {
  /** Always the same, or one of some, by what it is in SQL. */
  kind: TodoKind | { among: readonly TodoKind[]; is: string };
  due: string;
  key: string;
  /** The key of what it is a part of, which is acknowledged with all its parts; none where it is whole. */
  whole?: string;
  customer?: string;
  order?: string;
  delivery?: string;
  lines?: string;
  server?: string;
  /** A JSON object of what else there is to say. */
  detail?: string;
  from: string;
};

/** A query of such rows: each kind has the same columns, and how much it matters. */
export function row({ kind, due, key, from, ...row }: Row): string {
  const { customer = 'null', order = 'null', delivery = 'null', server = 'null', whole = 'null' } = row;
  const { lines = 'null', detail = 'null' } = row;
  const { among, is } = typeof kind === 'string' ? { among: [kind], is: `'${kind}'` } : kind;
  return `select ${is} as kind, ${severityOf(among, is)} as severity, ${due} as due, ${key} as key, ${whole}::text as whole,
    ${customer}::text as customer, ${order}::text as order_number, ${delivery}::text as delivery, ${lines}::text[] as lines,
    ${server}::text as server, ${detail}::jsonb as detail from ${from}`;
}

/** Of these there are many, so that the number of their order, with which their keys begin, is added where the key is asked for. */
const FOLLOWS_ITS_ORDER: readonly TodoKind[] = ['locked', 'grace', 'stopped', 'ends', 'care-ended', 'care-ends'];

/** In SQL, the whole key of such a row. What is locked once more is another thing to do. */
export const wholeKey = (row: string) => `concat_ws(':',
    case when ${row}.kind in (${FOLLOWS_ITS_ORDER.map((kind) => `'${kind}'`).join()}) then ${row}.order_number end, ${row}.key,
    case when ${row}.kind = 'locked' then (
      select count(*) from order_facts f where f.order_number = ${row}.order_number and f.kind = 'lock') end)`;

const rank = (kind: TodoKind) => SEVERITIES.indexOf(TODO[kind].severity);

/** In SQL, how much something matters that is of one of these kinds. */
function severityOf(kinds: readonly TodoKind[], kind: string): string {
  const ranks = Map.groupBy(kinds, rank);
  const [[usual], ...others] = [...ranks] as [[number, TodoKind[]], ...[number, TodoKind[]][]];
  const cases = others.map(
    ([severity, some]) => `when ${kind} in (${some.map((one) => `'${one}'`).join()}) then ${severity}`,
  );
  return cases.length === 0 ? String(usual) : `case ${cases.join(' ')} else ${usual} end`;
}
