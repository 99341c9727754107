import type { MikroORM } from '@mikro-orm/postgresql';
import { POLICY } from '../domain/policy.ts';
import { termsOf, type Agreement } from '../domain/terms.ts';

export const RESELLERS = 200;
export const CUSTOMERS = 10_000;
export const ORDERS = 60_000;
export const SERVERS = 20_000;

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Of every 20 orders one ends soon, and one is in grace. */
const ENDS = [30, -5, ...Array.from({ length: 18 }, (_, index) => 200 + index * 40)].map(inDays);

/** Rows as orders and servers would have published them: customer n buys from reseller n modulo their number, two lines an order. */
export async function fillPages({ em }: MikroORM): Promise<void> {
  const fork = em.fork();
  const run = (sql: string, values: unknown[] = []) => fork.execute(sql, values);
  const account = `insert into accounts (id, kind, name, email, time_zone, locale, created_at)`;
  await run(
    `${account} select 'reseller-' || n, 'reseller', 'Reseller ' || n, 'r' || n || '@bench.example', 'UTC', 'en', now() from generate_series(0, ?) n`,
    [RESELLERS - 1],
  );
  await run(
    `${account} select 'customer-' || n, 'customer', 'Customer ' || n, 'c' || n || '@bench.example', 'UTC', 'en', now() from generate_series(0, ?) n`,
    [CUSTOMERS - 1],
  );
  const orders = `from generate_series(0, ${ORDERS - 1}) n`;
  const customer = `'customer-' || (n % ${CUSTOMERS})`;
  const reseller = `'reseller-' || (n % ${CUSTOMERS} % ${RESELLERS})`;
  await run(
    `insert into orders (number, seq, customer_id, reseller_id, time_zone, status, stage, placed_at, accepted_at)
     select 'P-' || n, 1, ${customer}, ${reseller}, 'UTC', 'open', 'assigned', now(), now() - n * interval '1 minute' ${orders}`,
  );
  const party = (id: string) =>
    `jsonb_build_object('id', ${id}, 'name', ${id}, 'email', 'a@bench.example', 'timeZone', 'UTC', 'locale', 'en')`;
  await run(
    `insert into intakes (number, content, content_hash, received_at, started_at)
     select 'P-' || n, jsonb_build_object('number', 'P-' || n, 'placedAt', now(), 'acceptedAt', now(), 'customer', ${party(customer)},
       'reseller', ${party(reseller)}, 'distributor', null, 'lines', '[]'::jsonb), '', now(), now() ${orders}`,
  );
  await run(
    `insert into deliveries (order_number, id, reference, delivered_at, unlocked_at)
     select 'P-' || n, '1', 'P-' || n, now(), case when n % 20 = 7 then null else now() end ${orders}`,
  );
  await run(
    `insert into journal (stream, seq, type, at, recorded_at, data)
     select 'order/P-' || n, 1, 'delivered', now(), now(), jsonb_build_object('delivery', '1', 'reference', 'P-' || n, 'lines', '[]'::jsonb) ${orders}`,
  );
  for (const [remainder, endsOn] of ENDS.entries())
    for (const [id, application] of [
      ['1', 'attendant-console'],
      ['2', 'voicemail'],
    ] as const) {
      const agreement: Agreement = {
        license: 'subscription',
        startsOn: '2025-01-01',
        endsOn,
        care: { level: 'gold', endsOn },
      };
      await run(
        `insert into lines (order_number, id, delivery, application, license, capacity, starts_on, ends_on, care, terms)
         select 'P-' || n, ?, '1', ?, 'subscription', 20, '2025-01-01', ?, ?::jsonb, ?::jsonb ${orders} where n % 20 = ?`,
        [
          id,
          application,
          endsOn,
          JSON.stringify(agreement.care),
          JSON.stringify(termsOf(agreement, 'UTC', POLICY)),
          remainder,
        ],
      );
    }
  const servers = `from generate_series(0, ${SERVERS - 1}) n`;
  await run(
    `insert into servers (id, seq, customer_id, name, role, state, registered_at, activated_at, former_keys)
     select 'server-' || n, 3, ${customer}, 'Server ' || n, 'production', 'activated', now(), now() - interval '20 days', '[]' ${servers}`,
  );
  await run(
    `insert into assignments (order_number, line, server, capacity) select 'P-' || n, '1', 'server-' || n, 5 ${servers}`,
  );
  await run(
    `insert into shares (server, order_number, line, application, capacity) select 'server-' || n, 'P-' || n, '1', 'attendant-console', 5 ${servers}`,
  );
  await run(
    `insert into contacts (server, last_check_in_at) select 'server-' || n, now() - (n % 50 = 3)::int * interval '9 days' ${servers}`,
  );
  await run('vacuum analyze');
}
