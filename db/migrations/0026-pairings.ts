import { Migration } from '@mikro-orm/migrations';

/** Machines that become servers by a code on their screen. */
export class Pairings extends Migration {
  override up(): void {
    this.addSql(
      `create table "pairings" ("id" text not null, "device_hash" text not null, "code_hash" text not null, "network" text not null, "address" text not null, "fingerprint" text not null, "version" text not null, "hostname" text null, "public_key" jsonb not null, "state" text not null, "person_id" uuid null, "server" text null, "by" text null, "by_vendor" boolean not null default false, "replaces" boolean not null default false, "token_version" int null, "refusal" text null, "asked_at" timestamptz null, "created_at" timestamptz not null, "decided_at" timestamptz null, "activated_at" timestamptz null, primary key ("id"), constraint "pairings_state_check" check ("state" in ('pending', 'approved', 'refused')))`,
    );
    this.addSql(`alter table "pairings" add constraint "pairings_device_hash_unique" unique ("device_hash")`);
    this.addSql(`alter table "pairings" add constraint "pairings_code_hash_unique" unique ("code_hash")`);
    this.addSql(`create index "pairings_network_created_at_index" on "pairings" ("network", "created_at")`);
    this.addSql(`create index "pairings_created_at_index" on "pairings" ("created_at")`);
    this.addSql(
      `create table "wrong_codes" ("person_id" uuid not null, "id" uuid not null, "at" timestamptz not null, primary key ("person_id", "id"))`,
    );
    this.addSql(`create index "wrong_codes_at_index" on "wrong_codes" ("at")`);
  }
}
