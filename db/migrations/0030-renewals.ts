import { Migration } from '@mikro-orm/migrations';

/** What the index by last day has beside it; the last three are what lists of what ends are found by and added up from. */
const INCLUDED = [
  ...['customer_id', 'seller_id', 'distributor_id', 'status', 'application', 'ends_on', 'canceled_from', 'intended'],
  ...['from_at', 'expiring_from', 'until', 'grace_until', 'ends_at', 'renewable_until', 'capacity'],
];

/** What ends is found and added up from one index, and people have addresses under which calendars read it. */
export class Renewals extends Migration {
  static readonly rewrites = {
    lines: 'Totals of what ends are added up from one index, which has to hold these days of every line.',
  };

  override up(): void {
    this.addSql(
      `alter table "lines"
        add column "ends_at" bigint generated always as (coalesce("terms"->>'until', "terms"->>'careUntil')::bigint) stored,
        add column "renewable_until" bigint generated always as (("terms"->>'reinstatableUntil')::bigint) stored`,
    );
    this.addSql(`drop index "lines_last_day_index"`);
    this.addSql(
      `create index "lines_last_day_index" on "lines" ("last_day", "order_number", "place")
        include (${INCLUDED.map((column) => `"${column}"`).join()})`,
    );

    // Whoever leaves an account leaves its calendar, and finds none on coming back.
    this.addSql(
      `create table "calendars" ("person_id" uuid not null, "account_id" text not null, "id" uuid not null, "key" text not null,
        "hash" text not null, "made_at" timestamptz not null, primary key ("person_id", "account_id"),
        constraint "calendars_member_foreign" foreign key ("person_id", "account_id")
          references "memberships" ("person_id", "account_id") on delete cascade)`,
    );
    this.addSql(`alter table "calendars" add constraint "calendars_hash_unique" unique ("hash")`);
  }
}
