import { Migration } from '@mikro-orm/migrations';

/** What those who come late, or again, need to know of who was there before. */
export class SecondLooks extends Migration {
  override up(): void {
    this.addSql(
      `alter table "webhooks" add column "called_at" timestamptz null, add column "told_at" timestamptz null`,
    );
    this.addSql(
      `create index "webhook_deliveries_retry_at_index" on "webhook_deliveries" ("webhook_id", "retry_at") where "state" = 'waiting' and "retry_at" is not null`,
    );
    this.addSql(`alter table "batches" add column "shown_at" timestamptz null`);
    this.addSql(`alter table "batch_items" add column "failed" int not null default 0`);
  }
}
