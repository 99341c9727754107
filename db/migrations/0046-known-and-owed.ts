import { Migration } from '@mikro-orm/migrations';

/**
 * What an account knows of is found by what it is about, what a correction of an address owes stands beside what it changed, and
 * a note that is taken over is the one that stood when the order heard of it.
 */
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

    // A statement that took over a note as of a place has that of the statement before it, where that came since. By the
    // database, when the journal says in which sequence an order heard them.
    this.addSql(
      `create function "take_over_note"() returns trigger language plpgsql as $$ begin
        update "order_facts" f set "content" = f."content" || jsonb_build_object('note', before."content"->'note')
          from (select told."seq", stated."content" from "journal" told join "order_facts" stated
              on stated."order_number" = substr(new."stream", 7) and stated."kind" = 'state-intent'
                and stated."reference" = told."data"->>'reference'
            where told."stream" = new."stream" and told."type" = new."type" and told."seq" < new."seq"
              and told."data"->>'line' = new."data"->>'line' order by told."seq" desc limit 1) before
          where f."order_number" = substr(new."stream", 7) and f."kind" = 'state-intent'
            and f."reference" = new."data"->>'reference' and before."seq" > (f."content"->>'asOf')::int;
        return null; end $$`,
    );
    this.addSql(
      `create trigger "note_is_taken_over" after insert on "journal" for each row
        when (new."type" = 'intent-stated') execute function "take_over_note"()`,
    );
  }
}
