import { Migration } from '@mikro-orm/migrations';

/** People, their accounts, how they sign in; keys of resellers and customers; the vendor's own account. */
export class People extends Migration {
  override up(): void {
    this.addSql(`alter table "api_keys" add column "account_id" text null`);
    this.addSql(
      `create table "people" ("id" uuid not null, "email" text not null, "name" text null, "created_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "people" add constraint "people_email_unique" unique ("email")`);
    this.addSql(
      `create table "memberships" ("person_id" uuid not null, "account_id" text not null, "role" text not null, "source" text not null, "created_at" timestamptz not null, "confirmed_at" timestamptz null, primary key ("person_id", "account_id"))`,
    );
    this.addSql(`create index "memberships_account_id_index" on "memberships" ("account_id")`);
    this.addSql(
      `alter table "memberships" add constraint "memberships_role_check" check ("role" in ('administrator', 'viewer'))`,
    );
    this.addSql(
      `create table "sign_ins" ("id" uuid not null, "person_id" uuid null, "address_hash" text not null, "link_hash" text not null, "code_hash" text not null, "browser_hash" text not null, "tries" int not null, "return_to" text not null, "created_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "sign_ins" add constraint "sign_ins_link_hash_unique" unique ("link_hash")`);
    this.addSql(`alter table "sign_ins" add constraint "sign_ins_browser_hash_unique" unique ("browser_hash")`);
    this.addSql(`create index "sign_ins_created_at_index" on "sign_ins" ("created_at")`);
    this.addSql(`create index "sign_ins_address_hash_created_at_index" on "sign_ins" ("address_hash", "created_at")`);
    this.addSql(
      `create table "sessions" ("id" uuid not null, "hash" text not null, "person_id" uuid not null, "account_id" text not null, "user_agent" text not null, "created_at" timestamptz not null, "last_seen_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "sessions" add constraint "sessions_hash_unique" unique ("hash")`);
    this.addSql(`create index "sessions_person_id_index" on "sessions" ("person_id")`);
    // Who sold what: a seller's customers, and whether a customer is a seller's.
    this.addSql(
      `create index "orders_seller_index" on "orders" (coalesce("reseller_id", "distributor_id"), "customer_id")`,
    );
    this.addSql(
      `insert into "accounts" ("id", "kind", "name", "email", "time_zone", "locale", "created_at") values ('vendor', 'vendor', 'Vendor', 'licensing@vendor.example', 'UTC', 'en', now()) on conflict do nothing`,
    );
  }
}
