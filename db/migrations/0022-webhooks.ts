import { Migration } from '@mikro-orm/migrations';

/** Webhooks of accounts, what they are signed with, and what became of each event. */
export class Webhooks extends Migration {
  override up(): void {
    this.addSql(
      `create table "webhooks" ("id" text not null, "account_id" text not null, "url" text not null, "types" jsonb null, "description" text null, "state" text not null, "disabled_for" text null, "disablings" int not null default 0, "told" int not null default 0, "position" bigint not null, "failures" int not null default 0, "retry_at" timestamptz null, "taken_at" timestamptz null, "asleep" boolean not null default true, "wanted" boolean not null default false, "turn" int not null default 0, "created_at" timestamptz not null, "removed_at" timestamptz null, primary key ("id"), constraint "webhooks_state_check" check ("state" in ('enabled', 'disabled')), constraint "webhooks_disabled_for_check" check ("disabled_for" in ('gone', 'nothing-taken', 'asked')))`,
    );
    this.addSql(`create index "webhooks_account_id_index" on "webhooks" ("account_id", "created_at", "id")`);
    this.addSql(`create index "webhooks_asleep_index" on "webhooks" ("id") where "asleep" or "wanted"`);
    this.addSql(
      `create table "webhook_secrets" ("webhook_id" text not null, "version" int not null, "key" text not null, "request_id" text not null, "made_at" timestamptz not null, "ends_at" timestamptz null, primary key ("webhook_id", "version"), constraint "webhook_secrets_webhook_id_foreign" foreign key ("webhook_id") references "webhooks" ("id") on delete cascade)`,
    );
    this.addSql(
      `create unique index "webhook_secrets_request_id_unique" on "webhook_secrets" ("webhook_id", "request_id")`,
    );
    this.addSql(
      `create table "webhook_deliveries" ("webhook_id" text not null, "event" text not null, "position" bigint not null, "stream" text not null, "seq" int not null, "type" text not null, "state" text not null, "failures" int not null default 0, "first_failed_at" timestamptz null, "retry_at" timestamptz null, "asked_at" timestamptz null, "attempts" jsonb not null default '[]', "created_at" timestamptz not null, primary key ("webhook_id", "event"), constraint "webhook_deliveries_state_check" check ("state" in ('waiting', 'delivered', 'failed')), constraint "webhook_deliveries_webhook_id_foreign" foreign key ("webhook_id") references "webhooks" ("id") on delete cascade)`,
    );
    this.addSql(`create index "webhook_deliveries_position_index" on "webhook_deliveries" ("webhook_id", "position")`);
    // What is still to be delivered, and what somebody asked to have delivered again, is little of all.
    this.addSql(
      `create index "webhook_deliveries_waiting_index" on "webhook_deliveries" ("webhook_id", "stream", "position") where "state" = 'waiting'`,
    );
    this.addSql(
      `create index "webhook_deliveries_asked_index" on "webhook_deliveries" ("webhook_id") where "asked_at" is not null`,
    );
    this.addSql(`create index "webhook_deliveries_created_at_index" on "webhook_deliveries" ("created_at")`);
  }
}
