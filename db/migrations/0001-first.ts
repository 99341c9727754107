import { Migration } from '@mikro-orm/migrations';

/** The first tables. */
export class First extends Migration {
  override up(): void {
    this.addSql(
      `create table "accounts" ("id" text not null, "kind" text not null, "name" text not null, "email" text not null, "time_zone" text not null, "locale" text not null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "accounts" add constraint "accounts_kind_check" check ("kind" in ('vendor', 'distributor', 'reseller', 'customer'))`,
    );
    this.addSql(
      `create table "activation_tokens" ("server" text not null, "version" int not null, "key" text not null, "hash" text not null, "issued_at" timestamptz not null, "redeemed_at" timestamptz null, primary key ("server", "version"))`,
    );
    this.addSql(`alter table "activation_tokens" add constraint "activation_tokens_hash_unique" unique ("hash")`);
    this.addSql(
      `create table "api_keys" ("id" uuid not null, "hash" text not null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "api_keys" add constraint "api_keys_hash_unique" unique ("hash")`);
    this.addSql(
      `create table "assignments" ("order_number" text not null, "line" text not null, "server" text not null, "capacity" int not null, primary key ("order_number", "line", "server"))`,
    );
    this.addSql(`create index "assignments_server_index" on "assignments" ("server")`);
    this.addSql(
      `create table "contacts" ("server" text not null, "seq" int not null default 0, "last_check_in_at" timestamptz null, "next_check_in_at" timestamptz null, "document_issued_at" timestamptz null, "document_lease_until" timestamptz null, primary key ("server"))`,
    );
    this.addSql(
      `create table "deliveries" ("order_number" text not null, "id" text not null, "reference" text not null, "delivered_at" timestamptz not null, "unlocked_at" timestamptz null, primary key ("order_number", "id"))`,
    );
    this.addSql(
      `create table "heard_servers" ("order_number" text not null, "server" text not null, "number" int not null, "activated_at" timestamptz null, primary key ("order_number", "server"))`,
    );
    this.addSql(
      `create table "idempotency" ("caller" text not null, "key" text not null, "content_hash" text not null, "status" int null, "headers" jsonb null, "body" text null, "created_at" timestamptz not null, primary key ("caller", "key"))`,
    );
    this.addSql(`create index "idempotency_created_at_index" on "idempotency" ("created_at")`);
    this.addSql(
      `create table "intakes" ("number" text not null, "content" jsonb not null, "content_hash" text not null, "received_at" timestamptz not null, "started_at" timestamptz null, primary key ("number"))`,
    );
    this.addSql(
      `create table "journal" ("stream" text not null, "seq" int not null, "type" text not null, "at" timestamptz not null, "recorded_at" timestamptz not null, "data" jsonb not null, primary key ("stream", "seq"))`,
    );
    this.addSql(`create index "journal_recorded_at_stream_seq_index" on "journal" ("recorded_at", "stream", "seq")`);
    this.addSql(
      `create table "lines" ("order_number" text not null, "id" text not null, "delivery" text not null, "application" text not null, "license" text not null, "capacity" int not null, "starts_on" text not null, "ends_on" text null, "care" jsonb null, "terms" jsonb not null, primary key ("order_number", "id"))`,
    );
    this.addSql(
      `alter table "lines" add constraint "lines_license_check" check ("license" in ('subscription', 'perpetual'))`,
    );
    this.addSql(
      `create table "mails" ("order_number" text not null, "delivery" text not null, "recipient" text not null, "subject" text not null, "html" text not null, "text" text not null, "state" text not null, "uncertain_since" timestamptz null, "sent_at" timestamptz null, "provider_id" text null, "reason" text null, primary key ("order_number", "delivery"))`,
    );
    this.addSql(
      `alter table "mails" add constraint "mails_state_check" check ("state" in ('due', 'sent', 'delivered', 'bounced', 'unknown'))`,
    );
    this.addSql(
      `create table "mailbox" ("id" uuid not null, "idempotency_key" text null, "to" text[] not null, "subject" text not null, "html" text not null, "text" text not null, "tags" jsonb not null, "sent_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "mailbox" add constraint "mailbox_idempotency_key_unique" unique ("idempotency_key")`);
    this.addSql(`create index "mailbox_sent_at_index" on "mailbox" ("sent_at")`);
    this.addSql(
      `create table "orders" ("number" text not null, "seq" int not null, "customer_id" text not null, "reseller_id" text null, "distributor_id" text null, "time_zone" text not null, "status" text not null, "stage" text not null, "placed_at" timestamptz not null, "accepted_at" timestamptz not null, primary key ("number"))`,
    );
    this.addSql(`create index "orders_customer_id_index" on "orders" ("customer_id")`);
    this.addSql(`create index "orders_reseller_id_index" on "orders" ("reseller_id")`);
    this.addSql(`create index "orders_accepted_at_number_index" on "orders" ("accepted_at", "number")`);
    this.addSql(
      `alter table "orders" add constraint "orders_status_check" check ("status" in ('open', 'suspended', 'canceled', 'ended'))`,
    );
    this.addSql(
      `alter table "orders" add constraint "orders_stage_check" check ("stage" in ('locked', 'unlocked', 'assigned', 'activated'))`,
    );
    this.addSql(
      `create table "servers" ("id" text not null, "seq" int not null, "customer_id" text not null, "name" text not null, "role" text not null, "state" text not null, "registered_at" timestamptz not null, "token_version" int null, "activated_at" timestamptz null, "fingerprint" text null, "version" text null, "hostname" text null, "public_key" jsonb null, "former_keys" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`create index "servers_customer_id_index" on "servers" ("customer_id")`);
    this.addSql(
      `alter table "servers" add constraint "servers_role_check" check ("role" in ('production', 'test', 'redundancy'))`,
    );
    this.addSql(
      `alter table "servers" add constraint "servers_state_check" check ("state" in ('registered', 'waiting', 'activated', 'retired'))`,
    );
    this.addSql(
      `create table "shares" ("server" text not null, "order_number" text not null, "line" text not null, "application" text not null, "capacity" int not null, primary key ("server", "order_number", "line"))`,
    );
  }
}
