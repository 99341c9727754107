import { Migration } from '@mikro-orm/migrations';

/** An order as it is now: as it came in, and in place of that what facts brought since. */
const ACCEPTED = `("content" || coalesce("brought", '{}'))`;

/** What orders are searched by: their number, the buyer's own number, and ids and names of their parties. */
const SEARCHED = `lower("number" || coalesce(' ' || (${ACCEPTED}->>'purchaseOrder'), '')
  ${['customer', 'reseller', 'distributor']
    .flatMap((party) => ['id', 'name'].map((field) => `|| coalesce(' ' || (${ACCEPTED}->'${party}'->>'${field}'), '')`))
    .join(' ')})`;

/** What the newest facts of an order brought for people, by the names that they have in it and those of the facts. */
const BROUGHT = `select jsonb_object_agg(said.key, f.content->said.key) from jsonb_each_text("said") said
  join "order_facts" f on f."order_number" = "order" and f."kind" = split_part(said.value, '/', 1)
    and f."reference" = substr(said.value, strpos(said.value, '/') + 1)`;

/** E-mails and links are of an edition of their delivery, and orders are found and read as they are now. */
export class Editions extends Migration {
  override up(): void {
    this.addSql(
      `alter table "mails" add column "edition" int not null default 1, add column "account_id" text null,
        drop constraint "mails_state_check"`,
    );
    this.addSql(
      `alter table "mails" add constraint "mails_state_check"
        check ("state" in ('due', 'sent', 'delivered', 'bounced', 'unknown', 'superseded'))`,
    );
    // Until now an order had the same seller all its life.
    this.addSql(
      `update "mails" m set "account_id" = coalesce(o."reseller_id", o."distributor_id", o."customer_id")
        from "orders" o where o."number" = m."order_number"`,
    );
    this.addSql(`alter table "unlock_links" add column "edition" int not null default 1`);
    this.addSql(`alter table "notices" drop constraint "notices_outcome_check"`);
    this.addSql(
      `alter table "notices" add constraint "notices_outcome_check"
        check ("outcome" in ('told', 'off', 'renewed', 'not-open', 'past', 'overtaken', 'sold-by-another'))`,
    );

    // It follows the order's row, whoever writes that, so that no reader sees the one without the other.
    this.addSql(`alter table "intakes" add column "brought" jsonb null`);
    this.addSql(
      `create function "brought_by"("order" text, "said" jsonb) returns jsonb language sql stable as $$ ${BROUGHT} $$`,
    );
    this.addSql(
      `create function "bring"() returns trigger language plpgsql as $$ begin
        update "intakes" set "brought" = "brought_by"(new."number", new."said") where "number" = new."number";
        return null; end $$`,
    );
    this.addSql(
      `create trigger "order_says" after insert on "orders" for each row
        when (new."said" <> '{}') execute function "bring"()`,
    );
    this.addSql(
      `create trigger "order_says_else" after update of "said" on "orders" for each row
        when (new."said" is distinct from old."said") execute function "bring"()`,
    );
    this.addSql(`alter table "intakes" alter column "searched" set expression as (${SEARCHED})`);
  }
}
