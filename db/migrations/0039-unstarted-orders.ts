import { Migration } from '@mikro-orm/migrations';

/**
 * What was kept and has not started stands in a table of its own. `intakes.started_at` is read no more, and stays for the
 * release before, which writes it.
 */
export class UnstartedOrders extends Migration {
  override up(): void {
    // Rows are claimed and deleted all the time: a claim finds room beside its row.
    this.addSql(
      `create table "unstarted_orders" ("number" text not null, "received_at" timestamptz not null, "agreed" jsonb null,
        "request_id" text null, "trace" text null, "claimed_until" timestamptz null, "failures" int not null default 0, "failure" text null,
        primary key ("number")) with (fillfactor = 50)`,
    );
    this.addSql(`create index "unstarted_orders_received_at_index" on "unstarted_orders" ("received_at", "number")`);
    this.addSql(
      `insert into "unstarted_orders" ("number", "received_at")
        select i."number", i."received_at" from "intakes" i where i."started_at" is null
          and not exists (select from "orders" o where o."number" = i."number")
          and not exists (select from "journal" j where j."stream" = 'order/' || i."number")`,
    );
  }
}
