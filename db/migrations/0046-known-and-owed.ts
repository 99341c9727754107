import { Migration } from '@mikro-orm/migrations';

/** What an account knows of is found by what it is about, and what a correction of an address owes stands beside what it changed. */
export class KnownAndOwed extends Migration {
  static readonly rewrites = {
    acknowledgements:
      'People said each of them: they are few. What stays without is found as before, by its name alone.',
  };

  override up(): void {
    this.addSql(`alter table "acknowledgements" add column "about" text null`);
    this.addSql(
      `update "acknowledgements" a set "about" = coalesce(j."data"->>'order', j."data"->>'server') from "journal" j
        where j."stream" = 'account/' || a."account_id" and j."type" = 'acknowledged' and j."data"->>'item' = a."item"`,
    );

    this.addSql(
      `create table "address_corrections" ("account_id" text not null, "wrong" text not null, "correct" text not null,
        "by" text not null, "kept_at" timestamptz not null, "invited_at" timestamptz null, "claimed_until" timestamptz not null,
        primary key ("account_id", "wrong", "correct"))`,
    );
  }
}
