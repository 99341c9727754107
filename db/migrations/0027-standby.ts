import { Migration } from '@mikro-orm/migrations';

/** Emergencies that customers declare; servers that stand by for others, and when they took over. */
export class Standby extends Migration {
  override up(): void {
    this.addSql(
      `create table "emergencies" ("order_number" text not null, "customer_id" text not null, "request_id" text not null, "seller_id" text null, "declared_at" timestamptz not null, "unheard" boolean not null default false, primary key ("order_number"))`,
    );
    this.addSql(
      `alter table "emergencies" add constraint "emergencies_customer_id_request_id_unique" unique ("customer_id", "request_id")`,
    );
    this.addSql(
      `create index "emergencies_customer_id_declared_at_index" on "emergencies" ("customer_id", "declared_at")`,
    );
    this.addSql(`create index "emergencies_declared_at_index" on "emergencies" ("declared_at")`);
    this.addSql(`alter table "servers" add column "standby_for" text null`);
    this.addSql(
      `create index "servers_standby_for_index" on "servers" ("standby_for") where "standby_for" is not null`,
    );
    this.addSql(
      `create table "standbys" ("served" text not null, "standby" text not null, "claimed_at" timestamptz not null, primary key ("served"))`,
    );
    this.addSql(`create index "standbys_standby_index" on "standbys" ("standby")`);
    this.addSql(
      `create table "takeovers" ("served" text not null, "number" int not null, "standby" text not null, "served_fingerprint" text null, "standby_fingerprint" text null, "started_at" timestamptz not null, "ended_at" timestamptz null, "told_at" timestamptz null, "released_at" timestamptz null, primary key ("served", "number"))`,
    );
    // Of several that run at once only one would be counted.
    this.addSql(`create unique index "takeovers_running_index" on "takeovers" ("served") where "ended_at" is null`);
    this.addSql(`create index "takeovers_standby_index" on "takeovers" ("standby")`);
    this.addSql(`create index "takeovers_served_fingerprint_index" on "takeovers" ("served_fingerprint")`);
    this.addSql(`create index "takeovers_standby_fingerprint_index" on "takeovers" ("standby_fingerprint")`);
    this.addSql(`alter table "contacts" add column "taken_over_by" text null`);
    this.addSql(
      `create index "journal_takeovers_index" on "journal" ((data->>'standby')) where type in ('takeover-started', 'takeover-ended')`,
    );
    this.addSql(
      `create index "journal_emergencies_index" on "journal" ((data->>'seller')) where type = 'emergency-declared'`,
    );
  }
}
