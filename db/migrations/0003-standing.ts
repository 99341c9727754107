import { Migration } from '@mikro-orm/migrations';

/** Sellers have standing, which can be ended; accounts have a stream; the journal is appended to and never changed. */
export class StandingOfSellers extends Migration {
  override up(): void {
    this.addSql(
      `create table "ended_sellers" ("customer_id" text not null, "seller_id" text not null, "ended_at" timestamptz not null, "ended_by" text not null, primary key ("customer_id", "seller_id"))`,
    );
    // Who sold what: also what was sold to a customer directly, and what a distributor stands beside.
    this.addSql(`drop index "orders_seller_index"`);
    this.addSql(
      `create index "orders_seller_index" on "orders" (coalesce("reseller_id", "distributor_id", "customer_id"), "customer_id")`,
    );
    this.addSql(`create index "orders_distributor_id_index" on "orders" ("distributor_id")`);
    this.addSql(`alter table "accounts" add column "seq" int not null default 0`);
    this.addSql(
      `create unique index "journal_stream_cause_index" on "journal" ("stream", ("data"->>'cause')) where "data"->>'cause' is not null`,
    );
    // What orders took back from a server.
    this.addSql(
      `create index "journal_taken_back_index" on "journal" (("data"->>'server')) where "type" = 'taken-back'`,
    );
    this.addSql(
      `create function "refuse_change_of_journal"() returns trigger language plpgsql as $$ begin raise exception 'The journal is appended to, and never changed'; end $$`,
    );
    this.addSql(
      `create trigger "journal_is_kept" before update or delete or truncate on "journal" for each statement execute function "refuse_change_of_journal"()`,
    );
  }
}
