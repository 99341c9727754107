import { Migration } from '@mikro-orm/migrations';

/** Many orders, or facts of orders, are posted at once and carried out one after the other. */
export class Batches extends Migration {
  override up(): void {
    this.addSql(
      `create table "batches" ("id" uuid not null, "kind" text not null, "preview" boolean not null, "by" text not null,
        "key" text null, "content_hash" text null,
        "state" text check ("state" in ('receiving', 'received', 'running', 'paused', 'done', 'canceled')) not null,
        "halted" boolean not null default false, "total" int not null default 0, "done" int not null default 0,
        "refused" int not null default 0, "started_at" timestamptz not null, "finished_at" timestamptz null,
        primary key ("id"))`,
    );
    this.addSql(`create index "batches_started_at_index" on "batches" ("started_at", "id")`);
    this.addSql(`create index "batches_key_index" on "batches" ("by", "key") where "key" is not null`);
    this.addSql(
      `create table "batch_items" ("batch_id" uuid not null, "index" int not null, "order_number" text null,
        "content" jsonb null, "outcome" text check ("outcome" in ('done', 'refused', 'waiting')) not null,
        "problem" jsonb null, "foretold" jsonb null, "put_off" int not null default 0,
        primary key ("batch_id", "index"))`,
    );
    this.addSql(
      `create index "batch_items_waiting_index" on "batch_items" ("batch_id", "put_off", "index") where "outcome" = 'waiting'`,
    );
    this.addSql(`create index "batch_items_order_number_index" on "batch_items" ("batch_id", "order_number", "index")`);
  }
}
