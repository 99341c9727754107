import { Migration } from '@mikro-orm/migrations';

/** What happened under a release of before, or does while it still runs, is known to the next one: who has signed in, which servers are to call. */
export class Meanwhile extends Migration {
  override up(): void {
    // Of those who were there before nobody knows whether they did: they hear of their next browser rather than never of a
    // stranger's. By a default, which writes no row anew.
    this.addSql(`alter table "people" add column "signed_in_at" timestamptz null default now()`);
    this.addSql(`alter table "people" alter column "signed_in_at" set default null`);

    // A server that was activated is to call: that it never did is found where calls are kept. By the database, as workers of
    // the release before activate servers as well.
    this.addSql(
      `create function "expect_calls"() returns trigger language plpgsql as $$ begin
        insert into "contacts" ("server") values (new."id") on conflict do nothing; return null; end $$`,
    );
    this.addSql(
      `create trigger "server_is_to_call" after insert or update of "activated_at" on "servers" for each row
        when (new."activated_at" is not null) execute function "expect_calls"()`,
    );
    this.addSql(
      `insert into "contacts" ("server") select "id" from "servers" where "activated_at" is not null on conflict do nothing`,
    );
  }
}
