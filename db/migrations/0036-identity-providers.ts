import { Migration } from '@mikro-orm/migrations';

/** The providers by which people of accounts sign in, whose addresses they answer for, and what a session knows of its own. */
export class IdentityProviders extends Migration {
  override up(): void {
    this.addSql(
      `create table "identity_providers" ("account_id" text not null, "issuer" text not null, "client_id" text not null,
        "secret" text not null, "required" boolean not null, "proved_at" timestamptz null, "set_at" timestamptz not null,
        primary key ("account_id"))`,
    );
    this.addSql(
      `create table "verified_domains" ("domain" text not null, "account_id" text not null, "verified_at" timestamptz not null,
        primary key ("domain"))`,
    );
    this.addSql(`create index "verified_domains_account_id_index" on "verified_domains" ("account_id")`);
    this.addSql(
      `alter table "sessions" add column "provider" text null, add column "provider_subject" text null,
        add column "provider_until" timestamptz null, add column "provider_refresh" text null,
        add column "provider_asked_at" timestamptz null`,
    );
    this.addSql(`create index "sessions_provider_index" on "sessions" ("provider")`);
  }
}
