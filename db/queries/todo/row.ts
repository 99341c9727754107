/** What stands in a row of what is to be done, in SQL: its key says what happened, `due` is in epoch milliseconds. */
type Row = {
  kind: string;
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

/** A query of such rows: each kind has the same columns. */
export function row({ kind, due, key, from, ...row }: Row): string {
  const { customer = 'null', order = 'null', delivery = 'null', server = 'null', whole = 'null' } = row;
  const { lines = 'null', detail = 'null' } = row;
  return `select ${kind} as kind, ${due} as due, ${key} as key, ${whole}::text as whole, ${customer}::text as customer, ${order}::text as order_number,
    ${delivery}::text as delivery, ${lines}::text[] as lines, ${server}::text as server, ${detail}::jsonb as detail from ${from}`;
}
