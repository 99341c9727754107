import { Migration } from '@mikro-orm/migrations';

/**
 * Every event has a place in the feed, and who sees it stands beside it. What the journal holds already is due in the order
 * in which it was written down; whoever follows the feed numbers it, so that nothing waits for that here.
 */
export class Feed extends Migration {
  override up(): void {
    this.addSql(
      `create table "feed_due" ("place" bigint generated always as identity, "stream" text not null, "seq" int not null, primary key ("place"))`,
    );
    this.addSql(
      `create table "feed" ("position" bigint not null, "stream" text not null, "seq" int not null, "type" text not null, "account_id" text null, primary key ("position"))`,
    );
    this.addSql(`alter table "feed" add constraint "feed_stream_seq_unique" unique ("stream", "seq")`);
    this.addSql(`create index "feed_account_id_position_index" on "feed" ("account_id", "position")`);
    this.addSql(`create index "feed_type_position_index" on "feed" ("type", "position")`);
    this.addSql(
      `create table "feed_of" ("account_id" text not null, "position" bigint not null, primary key ("account_id", "position"))`,
    );
    this.addSql(
      `create table "feed_counter" ("one" boolean not null default true check ("one"), "epoch" bigint not null, "position" bigint not null, "installation" text null, primary key ("one"))`,
    );
    this.addSql(
      `create table "feed_epochs" ("epoch" bigint not null, "from_position" bigint not null, primary key ("epoch"))`,
    );
    this.addSql(`insert into "feed_epochs" values (1, 0)`);
    this.addSql(`insert into "feed_counter" ("epoch", "position") values (1, 0)`);

    // From when on somebody is the customer of an order.
    this.addSql(
      `create index "journal_customer_changed_index" on "journal" ("stream", "seq") where "type" in ('parties-changed', 'amended')`,
    );

    // In the statement that appends, whoever appends: a process of the release before knows nothing of the feed.
    this.addSql(
      `create function "make_due"() returns trigger language plpgsql as $$ begin
        insert into "feed_due" ("stream", "seq") select "stream", "seq" from "appended" order by "stream", "seq";
        return null; end $$`,
    );
    this.addSql(
      `create trigger "journal_is_fed" after insert on "journal" referencing new table as "appended" for each statement execute function "make_due"()`,
    );
    this.addSql(
      `insert into "feed_due" ("stream", "seq") select "stream", "seq" from "journal"
        order by max("recorded_at") over (partition by "stream" order by "seq"), "stream", "seq"`,
    );

    this.addSql(`create table "stream_counters" ("stream" text not null, "seq" int not null, primary key ("stream"))`);
  }
}
