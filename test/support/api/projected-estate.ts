import type { MikroORM } from '@mikro-orm/postgresql';
import { POLICY } from '../../../domain/policy.ts';
import { termsOf, type Agreement } from '../../../domain/catalogue/terms.ts';

/** How many of each there are; `prefix` begins every id, and the first customer has `more` orders and servers than others. */
export type Estate = {
  prefix: string;
  resellers: number;
  customers: number;
  orders: number;
  servers: number;
  more: number;
};

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Of every 20 orders one ends soon, and one is in grace. */
const ENDS = [30, -5, ...Array.from({ length: 18 }, (_, index) => 200 + index * 40)].map(inDays);

/**
 * Rows as orders and servers would have published them: customer n buys from reseller n modulo their number, two lines an
 * order, and server n has a share of order n. The first order and the first server have a life of `more` events.
 */
export async function fillEstate(
  { em }: MikroORM,
  { prefix, resellers, customers, orders, servers, more }: Estate,
): Promise<void> {
  // In whole milliseconds, as everything that the product writes.
  const now = `'${new Date().toISOString()}'::timestamptz`;
  const fork = em.fork();
  const run = (sql: string, values: unknown[] = []) => fork.execute(sql, values);
  const customer = `greatest(0, n - ${more}) % ${customers}`;
  const id = (kind: string, number: string) => `'${prefix}${kind}-' || (${number})`;
  const order = id('P', 'n');
  const customerId = id('customer', customer);
  const resellerId = id('reseller', `${customer} % ${resellers}`);
  const serverId = id('server', 'n');
  const all = (count: number) => `from generate_series(0, ${count - 1}) n`;
  for (const [kind, count] of [
    ['reseller', resellers],
    ['customer', customers],
  ] as const)
    await run(
      `insert into accounts (id, kind, name, email, time_zone, locale, created_at)
       select ${id(kind, 'n')}, '${kind}', initcap(${id(kind, 'n')}), n || '@bench.example', 'UTC', 'en', ${now} ${all(count)}`,
    );
  await run(
    `insert into orders (number, seq, customer_id, reseller_id, time_zone, status, stage, placed_at, accepted_at)
     select ${order}, 1, ${customerId}, ${resellerId}, 'UTC', 'open', 'assigned', ${now}, ${now} - n * interval '1 minute' ${all(orders)}`,
  );
  const party = (party: string) =>
    `jsonb_build_object('id', ${party}, 'name', initcap(${party}), 'email', 'a@bench.example', 'timeZone', 'UTC', 'locale', 'en')`;
  await run(
    `insert into intakes (number, content, content_hash, received_at)
     select ${order}, jsonb_build_object('number', ${order}, 'placedAt', ${now}, 'acceptedAt', ${now}, 'customer', ${party(customerId)},
       'reseller', ${party(resellerId)}, 'distributor', null, 'lines', '[]'::jsonb), '', ${now} ${all(orders)}`,
  );
  await run(
    `insert into deliveries (order_number, id, open_for, reference, delivered_at, unlocked_at)
     select ${order}, '1', ${customerId}, ${order}, ${now}, case when n % 20 = 7 then null else ${now} end ${all(orders)}`,
  );
  const event = (stream: string, seq: string) =>
    `insert into journal (stream, seq, type, at, recorded_at, data) select ${stream}, ${seq}, 'delivered', ${now}, ${now},
       jsonb_build_object('delivery', '1', 'reference', 'R', 'lines', '[]'::jsonb)`;
  await run(`${event(`'order/' || ${order}`, '1')} ${all(orders)}`);
  if (more > 0)
    for (const stream of ['order/', 'server/'])
      await run(`${event(`'${stream}${prefix}${stream === 'order/' ? 'P' : 'server'}-0'`, 'n + 2')} ${all(more)}`);
  for (const [remainder, endsOn] of ENDS.entries()) {
    const care = { level: 'gold' as const, endsOn };
    const agreement: Agreement = { license: 'subscription', startsOn: '2025-01-01', endsOn, care };
    await run(
      `insert into lines (order_number, id, open_for, delivery, application, license, capacity, starts_on, ends_on, care, terms, lease_days)
       select ${order}, line.id, ${customerId}, '1', line.application, 'subscription', 20, '2025-01-01', ?, ?::jsonb, ?::jsonb, ${POLICY.subscriptionLeaseDays}
       ${all(orders)}, (values ('1', 'attendant-console'), ('2', 'voicemail')) line (id, application) where n % 20 = ?`,
      [endsOn, JSON.stringify(care), JSON.stringify(termsOf(agreement, 'UTC', POLICY)), remainder],
    );
  }
  await run(
    `insert into servers (id, seq, customer_id, name, role, state, mode, registered_at, activated_at, former_keys)
     select ${serverId}, 3, ${customerId}, initcap(${serverId}), 'production', 'activated', 'online', ${now}, ${now} - interval '20 days', '[]' ${all(servers)}`,
  );
  for (const [given, units, whose] of [
    [order, 5, '1'],
    [`'${prefix}P-0'`, 1, '2'],
  ] as const) {
    const some = whose === '1' ? all(servers) : all(more);
    await run(
      `insert into assignments (order_number, line, server, capacity) select ${given}, '${whose}', ${serverId}, ${units} ${some}`,
    );
    await run(
      `insert into shares (server, order_number, line, application, capacity)
       select ${serverId}, ${given}, '${whose}', '${whose === '1' ? 'attendant-console' : 'voicemail'}', ${units} ${some}`,
    );
  }
  await run(
    `insert into contacts (server, last_check_in_at) select ${serverId}, ${now} - (n % 50 = 3)::int * interval '9 days' ${all(servers)}
     on conflict (server) do update set last_check_in_at = excluded.last_check_in_at`,
  );
}
