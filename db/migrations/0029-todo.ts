import { Migration } from '@mikro-orm/migrations';

/** What is to be done is found by what it follows from, and can be acknowledged; people have time zones. */
export class Todo extends Migration {
  override up(): void {
    this.addSql(
      `create table "acknowledgements" ("account_id" text not null, "item" text not null, "kind" text not null, "note" text null, "by" text not null, "at" timestamptz not null, primary key ("account_id", "item"))`,
    );
    this.addSql(`create index "acknowledgements_at_index" on "acknowledgements" ("at")`);
    this.addSql(`alter table "people" add column "time_zone" text null`);
    this.addSql(
      `create index "lines_planned_index" on "lines" ("order_number") where "open_for" is not null and "planned" <> '[]'`,
    );
    this.addSql(`create index "servers_waiting_index" on "servers" ("customer_id") where "state" = 'waiting'`);
    // Not by the contact's row, which each check-in writes: an index that follows its numbers would be written as often.
    this.addSql(
      `create index "journal_suspected_index" on "journal" ("stream", "type", "at") where "type" in ('clone-suspected', 'snapshot-suspected')`,
    );
  }
}
