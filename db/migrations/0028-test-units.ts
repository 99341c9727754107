import { Migration } from '@mikro-orm/migrations';

/** Which server of a customer uses what is free for tests of an application. */
export class TestUnits extends Migration {
  override up(): void {
    this.addSql(`alter table "servers" add column "test_units" jsonb null`);
    this.addSql(
      `create table "test_units" ("customer_id" text not null, "application" text not null, "server" text not null, "claimed_at" timestamptz not null, primary key ("customer_id", "application"))`,
    );
    this.addSql(`create index "test_units_server_index" on "test_units" ("server")`);
  }
}
