import type { MikroORM } from '@mikro-orm/postgresql';
import { POLICY } from '../../domain/policy.ts';
import { fillEstate, type Estate } from '../../test/support/api/projected-estate.ts';

const ESTATE: Estate = { prefix: '', resellers: 200, customers: 10_000, orders: 60_000, servers: 20_000, more: 0 };
const APPLICATIONS = `(array['attendant-console', 'voicemail', 'digital-fax', 'call-recording', 'hotel-services'])`;

/**
 * 60,000 orders with 200,000 lines, of which some ended years ago, some are to begin, and some never end; a distributor
 * stands beside the reseller of every other order. Of each state there are many, or a handful: both have to be found.
 */
export async function fillLists({ em }: MikroORM): Promise<void> {
  await fillEstate({ em } as MikroORM, ESTATE);
  const fork = em.fork();
  const run = (sql: string) => fork.execute(sql);
  const n = `split_part(number, '-', 2)::int`;
  const ofLine = `split_part(order_number, '-', 2)::int`;
  await run(
    `insert into accounts (id, kind, name, email, time_zone, locale, created_at)
     values ('distributor-0', 'distributor', 'Distributor-0', 'a@bench.example', 'UTC', 'en', now())`,
  );
  await run(`update orders set distributor_id = case when ${n} % 2 = 0 then 'distributor-0' end,
    status = case when ${n} % 50 = 9 then 'canceled' when ${n} % 40 = 13 then 'ended' when ${n} % 3000 = 11 then 'suspended' else 'open' end`);
  await run(`update intakes set content = content || jsonb_build_object('purchaseOrder', 'PO/' || ${n},
    'metadata', jsonb_build_object('region', 'region-' || ${n} % 100, 'project', ${n}::text),
    'distributor', case when ${n} % 2 = 0 then jsonb_build_object('id', 'distributor-0', 'name', 'Distributor-0',
      'email', 'a@bench.example', 'timeZone', 'UTC', 'locale', 'en') end)`);
  const lines = (id: string, which: string, days: { startsOn: string; endsOn: string; care: string }) =>
    run(
      `insert into lines (order_number, id, open_for, delivery, application, license, capacity, starts_on, ends_on, care, terms, lease_days)
       select number, '${id}', case when status in ('open', 'suspended') then customer_id end, '1', ${APPLICATIONS}[1 + ${n} % 5],
         case when ends is null then 'perpetual' else 'subscription' end, 20, starts::text, ends::text,
         case when care is not null then jsonb_build_object('level', 'gold', 'endsOn', care::text) end,
         jsonb_build_object('from', ${midnight('starts', 0)}, 'expiringFrom', ${midnight('ends', 1 - POLICY.expiringDays)},
           'until', ${midnight('ends', 1)}, 'graceUntil', ${midnight('ends', 1 + POLICY.graceDays)},
           'reinstatableUntil', ${midnight('ends', 1 + POLICY.reinstatementDays)},
           'careExpiringFrom', ${midnight('care', 1 - POLICY.expiringDays)}, 'careUntil', ${midnight('care', 1)}), 30
       from orders, lateral (select (${days.startsOn})::date as starts, (${days.endsOn})::date as ends, (${days.care})::date as care) days
       where number like 'P-%' and ${which}`,
    );
  const endsOn = `(current_date + ${n} % 1500 - 750)`;
  await lines('3', `${n} % 2 = 1`, { startsOn: `${endsOn} - 365`, endsOn, care: endsOn });
  await lines('4', `${n} % 2 = 0`, { startsOn: `${endsOn} - 365`, endsOn: 'null', care: endsOn });
  await lines('5', `${n} % 4 = 0`, { startsOn: `${endsOn} - 365`, endsOn: 'null', care: 'null' });
  await lines('6', `${n} % 12 = 1`, {
    startsOn: `${endsOn} + 800`,
    endsOn: `${endsOn} + 1200`,
    care: `${endsOn} + 1200`,
  });
  await run(`insert into lines (order_number, id, delivery, application, license, capacity, starts_on, ends_on, care, terms, lease_days)
    select order_number, '9', delivery, 'conversational-ai', license, capacity, starts_on, ends_on, care, terms, lease_days
    from lines where id = '1' and ${ofLine} % 3000 = 0`);
  // Those that were there before have it from their orders as they are now.
  await run(`update lines set delivery = delivery where id in ('1', '2')`);
  // The text of an e-mail is read by nobody here, and still lies in the same table.
  await run(`insert into mails (id, order_number, delivery, recipient, subject, html, text, state)
    select 'mail/' || order_number || '/' || id, order_number, id, 'a@bench.example', 'subject', repeat(md5(order_number), 60), 'text',
      case ${ofLine} % 6000 when 5 then 'due' when 17 then 'unknown' else 'sent' end from deliveries where ${ofLine} % 6000 <> 23`);
  await run(`insert into mail_reports (id, mail, state, at)
    select 'report-' || id, id, case when id like '%77/1' and random() < 0.01 then 'bounced' else 'delivered' end, now()
    from mails where state = 'sent' and id not like '%888/1'`);
  await run('vacuum analyze');
}

/** Midnight in UTC, so many days after a day, in epoch milliseconds. */
const midnight = (day: string, days: number) => `(extract(epoch from ${day} + ${days}) * 1000)::bigint`;
