import { Migration } from '@mikro-orm/migrations';

/** What an account knows of is found by what it is about. */
export class KnownAbout extends Migration {
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
  }
}
