import { Migration } from '@mikro-orm/migrations';

/** People sign in with passkeys, hear of new devices, prove that it is them, and find again what they had typed. */
export class SigningIn extends Migration {
  override up(): void {
    this.addSql(
      `create table "passkeys" ("id" text not null, "person_id" uuid not null, "public_key" text not null, "counter" bigint not null, "transports" text[] not null, "backed_up" boolean not null, "name" text not null, "made_at" timestamptz not null, "last_used_at" timestamptz null, primary key ("id"),
        constraint "passkeys_person_id_foreign" foreign key ("person_id") references "people" ("id") on delete cascade)`,
    );
    this.addSql(`create index "passkeys_person_id_index" on "passkeys" ("person_id")`);
    this.addSql(
      `create table "used_challenges" ("hash" text not null, "at" timestamptz not null, primary key ("hash"))`,
    );
    this.addSql(`create index "used_challenges_at_index" on "used_challenges" ("at")`);
    this.addSql(
      `create table "devices" ("person_id" uuid not null, "hash" text not null, "user_agent" text not null, "refusal_hash" text not null, "first_at" timestamptz not null, "last_at" timestamptz not null, primary key ("person_id", "hash"),
        constraint "devices_person_id_foreign" foreign key ("person_id") references "people" ("id") on delete cascade)`,
    );
    this.addSql(`alter table "devices" add constraint "devices_refusal_hash_unique" unique ("refusal_hash")`);
    this.addSql(`create index "devices_last_at_index" on "devices" ("last_at")`);
    this.addSql(
      `create table "kept_forms" ("session_id" uuid not null, "page" text not null, "action" text not null, "fields" jsonb not null, "left_out" boolean not null, "at" timestamptz not null, primary key ("session_id"),
        constraint "kept_forms_session_id_foreign" foreign key ("session_id") references "sessions" ("id") on delete cascade)`,
    );
    this.addSql(`create index "kept_forms_at_index" on "kept_forms" ("at")`);
    this.addSql(`alter table "sessions" add column "proved_at" timestamptz null`);
  }
}
