import { Migration } from '@mikro-orm/migrations';

/** What orders are searched by: their number, and ids and names of their parties. */
const SEARCHED = `lower("number" || coalesce(' ' || ("content"->'customer'->>'id'), '')
  || coalesce(' ' || ("content"->'reseller'->>'id'), '') || coalesce(' ' || ("content"->'distributor'->>'id'), '')
  || coalesce(' ' || ("content"->'customer'->>'name'), '') || coalesce(' ' || ("content"->'reseller'->>'name'), '')
  || coalesce(' ' || ("content"->'distributor'->>'name'), ''))`;

/** When a line is to be looked at: for as long as it can be renewed, and care, of which that is always, from when it ends soon. */
const ENDING = `int8range(coalesce("terms"->>'expiringFrom', "terms"->>'careExpiringFrom')::bigint,
  ("terms"->>'reinstatableUntil')::bigint)`;

/** All tables of 0.1.0. Not called `0001-first`: that is how a database of before is known (db/former.ts). */
export class Tables extends Migration {
  override up(): void {
    // Trusted: who owns the database may create it, and every PostgreSQL that is distributed brings it.
    this.addSql(`create extension if not exists pg_trgm`);
    this.addSql(
      `create table "accounts" ("id" text not null, "kind" text not null, "name" text not null, "email" text not null, "time_zone" text not null, "locale" text not null, "created_at" timestamptz not null, "notices" boolean not null default true, primary key ("id"))`,
    );
    this.addSql(
      `alter table "accounts" add constraint "accounts_kind_check" check ("kind" in ('vendor', 'distributor', 'reseller', 'customer'))`,
    );
    this.addSql(
      `insert into "accounts" ("id", "kind", "name", "email", "time_zone", "locale", "created_at") values ('vendor', 'vendor', 'Vendor', 'licensing@vendor.example', 'UTC', 'en', now())`,
    );
    this.addSql(
      `create table "activation_tokens" ("server" text not null, "version" int not null, "key" text not null, "hash" text not null, "issued_at" timestamptz not null, "redeemed_at" timestamptz null, primary key ("server", "version"))`,
    );
    this.addSql(`alter table "activation_tokens" add constraint "activation_tokens_hash_unique" unique ("hash")`);
    this.addSql(
      `create table "api_keys" ("id" uuid not null, "hash" text not null, "created_at" timestamptz not null, "account_id" text null, "name" text null, "last_used_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "api_keys" add constraint "api_keys_hash_unique" unique ("hash")`);
    this.addSql(
      `create table "assignments" ("order_number" text not null, "line" text not null, "server" text not null, "capacity" int not null, primary key ("order_number", "line", "server"))`,
    );
    this.addSql(`create index "assignments_server_index" on "assignments" ("server")`);
    this.addSql(
      `create table "contacts" ("server" text not null, "seq" int not null default 0, "last_check_in_at" timestamptz null, "next_check_in_at" timestamptz null, "document_issued_at" timestamptz null, "document_lease_until" timestamptz null, "version" int not null default 0, "numbers" jsonb null, "silent_since" timestamptz null, primary key ("server"))`,
    );
    this.addSql(
      `create table "deliveries" ("order_number" text not null, "id" text not null, "reference" text not null, "delivered_at" timestamptz not null, "unlocked_at" timestamptz null, "open_for" text null, primary key ("order_number", "id"))`,
    );
    this.addSql(
      `create index "deliveries_locked_index" on "deliveries" ("open_for", "order_number") where "unlocked_at" is null`,
    );
    this.addSql(
      `create table "heard_servers" ("order_number" text not null, "server" text not null, "number" int not null, "activated_at" timestamptz null, primary key ("order_number", "server"))`,
    );
    this.addSql(
      `create table "idempotency" ("caller" text not null, "key" text not null, "content_hash" text not null, "status" int null, "headers" jsonb null, "body" text null, "created_at" timestamptz not null, primary key ("caller", "key"))`,
    );
    this.addSql(`create index "idempotency_created_at_index" on "idempotency" ("created_at")`);
    this.addSql(
      `create table "intakes" ("number" text not null, "content" jsonb not null, "content_hash" text not null, "received_at" timestamptz not null, "started_at" timestamptz null, "searched" text generated always as (${SEARCHED}) stored, primary key ("number"))`,
    );
    this.addSql(`create index "intakes_searched_index" on "intakes" using gin ("searched" gin_trgm_ops)`);
    this.addSql(
      `create table "journal" ("stream" text not null, "seq" int not null, "type" text not null, "at" timestamptz not null, "recorded_at" timestamptz not null, "data" jsonb not null, primary key ("stream", "seq"))`,
    );
    this.addSql(`create index "journal_recorded_at_stream_seq_index" on "journal" ("recorded_at", "stream", "seq")`);
    this.addSql(
      `create table "lines" ("order_number" text not null, "id" text not null, "delivery" text not null, "application" text not null, "license" text not null, "capacity" int not null, "starts_on" text not null, "ends_on" text null, "care" jsonb null, "terms" jsonb not null, "open_for" text null, "lease_days" int not null, primary key ("order_number", "id"))`,
    );
    this.addSql(
      `alter table "lines" add constraint "lines_license_check" check ("license" in ('subscription', 'perpetual'))`,
    );
    this.addSql(
      `create index "lines_ending_index" on "lines" using gist (${ENDING})
        where "open_for" is not null and coalesce("terms"->>'until', "terms"->>'careUntil') is not null`,
    );
    this.addSql(
      `create table "mails" ("order_number" text null, "delivery" text null, "recipient" text not null, "subject" text not null, "html" text not null, "text" text not null, "state" text not null, "uncertain_since" timestamptz null, "sent_at" timestamptz null, "provider_id" text null, "reason" text null, "id" text not null, "copy" int not null default 1, "link_generation" int not null default 0, primary key ("id"))`,
    );
    this.addSql(
      `alter table "mails" add constraint "mails_state_check" check ("state" in ('due', 'sent', 'delivered', 'bounced', 'unknown'))`,
    );
    this.addSql(`create index "mails_order_number_index" on "mails" ("order_number")`);
    this.addSql(`create index "mails_provider_id_index" on "mails" ("provider_id")`);
    this.addSql(
      `create table "mail_reports" ("id" text not null, "mail" text not null, "state" text not null, "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "mail_reports" add constraint "mail_reports_state_check" check ("state" in ('sent', 'delivered', 'bounced'))`,
    );
    this.addSql(`create index "mail_reports_mail_index" on "mail_reports" ("mail")`);
    this.addSql(
      `create table "mailbox" ("id" uuid not null, "idempotency_key" text null, "to" text[] not null, "subject" text not null, "html" text not null, "text" text not null, "tags" jsonb not null, "sent_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "mailbox" add constraint "mailbox_idempotency_key_unique" unique ("idempotency_key")`);
    this.addSql(`create index "mailbox_sent_at_index" on "mailbox" ("sent_at")`);
    this.addSql(
      `create table "memberships" ("person_id" uuid not null, "account_id" text not null, "role" text not null, "source" text not null, "created_at" timestamptz not null, "confirmed_at" timestamptz null, primary key ("person_id", "account_id"))`,
    );
    this.addSql(`create index "memberships_account_id_index" on "memberships" ("account_id")`);
    this.addSql(
      `alter table "memberships" add constraint "memberships_role_check" check ("role" in ('administrator', 'viewer'))`,
    );
    this.addSql(
      `create table "notices" ("order_number" text not null, "seq" int not null, "account_id" text not null, "line" text not null, "what" text not null, "days" int not null, "ends_on" text not null, "digest_on" text not null, "outcome" text not null, primary key ("order_number", "seq"))`,
    );
    this.addSql(`alter table "notices" add constraint "notices_what_check" check ("what" in ('term', 'care'))`);
    this.addSql(
      `alter table "notices" add constraint "notices_outcome_check" check ("outcome" in ('told', 'off', 'renewed', 'not-open', 'past', 'overtaken'))`,
    );
    this.addSql(`create index "notices_account_id_index" on "notices" ("account_id")`);
    this.addSql(
      `create table "orders" ("number" text not null, "seq" int not null, "customer_id" text not null, "reseller_id" text null, "distributor_id" text null, "time_zone" text not null, "status" text not null, "stage" text not null, "placed_at" timestamptz not null, "accepted_at" timestamptz not null, primary key ("number"))`,
    );
    this.addSql(`create index "orders_customer_id_index" on "orders" ("customer_id")`);
    this.addSql(`create index "orders_reseller_id_index" on "orders" ("reseller_id")`);
    this.addSql(`create index "orders_accepted_at_number_index" on "orders" ("accepted_at", "number")`);
    // Who sold what: a seller's customers, and whether a customer is a seller's.
    this.addSql(
      `create index "orders_seller_index" on "orders" (coalesce("reseller_id", "distributor_id"), "customer_id")`,
    );
    this.addSql(`create index "orders_suspended_index" on "orders" ("customer_id") where "status" = 'suspended'`);
    this.addSql(
      `alter table "orders" add constraint "orders_status_check" check ("status" in ('open', 'suspended', 'canceled', 'ended'))`,
    );
    this.addSql(
      `alter table "orders" add constraint "orders_stage_check" check ("stage" in ('locked', 'unlocked', 'assigned', 'activated'))`,
    );
    this.addSql(
      `create table "people" ("id" uuid not null, "email" text not null, "name" text null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "people" add constraint "people_email_unique" unique ("email")`);
    this.addSql(
      `create table "servers" ("id" text not null, "seq" int not null, "customer_id" text not null, "name" text not null, "role" text not null, "state" text not null, "registered_at" timestamptz not null, "token_version" int null, "activated_at" timestamptz null, "fingerprint" text null, "version" text null, "hostname" text null, "public_key" jsonb null, "former_keys" jsonb not null, "mode" text null, "offline" jsonb null, "silent_days" int null, primary key ("id"))`,
    );
    this.addSql(`create index "servers_customer_id_index" on "servers" ("customer_id")`);
    this.addSql(
      `alter table "servers" add constraint "servers_role_check" check ("role" in ('production', 'test', 'redundancy'))`,
    );
    this.addSql(
      `alter table "servers" add constraint "servers_state_check" check ("state" in ('registered', 'waiting', 'activated', 'retired'))`,
    );
    this.addSql(`alter table "servers" add constraint "servers_mode_check" check ("mode" in ('online', 'offline'))`);
    this.addSql(
      `create table "sessions" ("id" uuid not null, "hash" text not null, "person_id" uuid not null, "account_id" text not null, "user_agent" text not null, "created_at" timestamptz not null, "last_seen_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "sessions" add constraint "sessions_hash_unique" unique ("hash")`);
    this.addSql(`create index "sessions_person_id_index" on "sessions" ("person_id")`);
    this.addSql(
      `create table "shares" ("server" text not null, "order_number" text not null, "line" text not null, "application" text not null, "capacity" int not null, primary key ("server", "order_number", "line"))`,
    );
    this.addSql(
      `create table "sign_ins" ("id" uuid not null, "person_id" uuid null, "address_hash" text not null, "link_hash" text not null, "code_hash" text not null, "browser_hash" text not null, "tries" int not null, "return_to" text not null, "created_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "sign_ins" add constraint "sign_ins_link_hash_unique" unique ("link_hash")`);
    this.addSql(`alter table "sign_ins" add constraint "sign_ins_browser_hash_unique" unique ("browser_hash")`);
    this.addSql(`create index "sign_ins_created_at_index" on "sign_ins" ("created_at")`);
    this.addSql(`create index "sign_ins_address_hash_created_at_index" on "sign_ins" ("address_hash", "created_at")`);
    this.addSql(
      `create table "unlock_links" ("order_number" text not null, "delivery" text not null, "generation" int not null, "replaced_at" timestamptz not null, "request_id" text not null, "by" text not null, primary key ("order_number", "delivery", "generation"))`,
    );
    this.addSql(
      `alter table "unlock_links" add constraint "unlock_links_order_number_delivery_request_id_unique" unique ("order_number", "delivery", "request_id")`,
    );
  }
}
