import { Migration } from '@mikro-orm/migrations';

/** An order as it is now: as it came in, and in place of that what facts brought since. */
const ACCEPTED = `("content" || coalesce("brought", '{}'))`;

const SELLER = `coalesce(o."reseller_id", o."distributor_id", o."customer_id")`;

/** The instant since which a line is canceled, in epoch milliseconds: always for one that was, and null for one that is not to be. */
const CANCELED_FROM = `case when "status" = 'canceled' or "canceled_at" is not null then 0
  else jsonb_path_query_first("planned", '$[*] ? (@.type == "cancellation").dueAt')::bigint end`;

/** Where a line is in its term, by the names of its terms. */
const INSTANTS = [
  ['from_at', 'from'],
  ['expiring_from', 'expiringFrom'],
  ['until', 'until'],
  ['grace_until', 'graceUntil'],
] as const;

/** Of two reports of an e-mail the one that counts: what became of it says more than that it left, then the later one. */
const NEWEST_REPORTS = `select distinct on ("mail") "mail", "state", "at", "id" from "mail_reports"
  order by "mail", "state" = 'sent', "at" desc, "id" desc`;

/** Orders, their lines and accounts are found by indexes; an account's time zone can be unknown, and its changes are counted. */
export class Finding extends Migration {
  override up(): void {
    this.addSql(`alter table "accounts" alter column "time_zone" drop not null`);
    this.addSql(`alter table "accounts" add column "version" int not null default 1`);

    // As "searched" does, they follow what facts brought.
    this.addSql(
      `alter table "intakes" add column "purchase_order" text generated always as (${ACCEPTED}->>'purchaseOrder') stored,
        add column "metadata" jsonb generated always as (${ACCEPTED}->'metadata') stored`,
    );
    this.addSql(`create index "intakes_purchase_order_index" on "intakes" ("purchase_order")`);
    this.addSql(`create index "intakes_metadata_index" on "intakes" using gin ("metadata" jsonb_path_ops)`);

    this.addSql(`create index "orders_status_index" on "orders" ("status", "accepted_at", "number")`);

    // A line says whose it is and how its order stands, so that lists of lines need nothing but one index. It copies that
    // from its order, which is written first, as workers of the release before write lines as well.
    this.addSql(
      `alter table "lines" add column "customer_id" text null, add column "seller_id" text null,
        add column "distributor_id" text null, add column "status" text null`,
    );
    this.addSql(
      `update "lines" l set "customer_id" = o."customer_id", "seller_id" = ${SELLER},
        "distributor_id" = o."distributor_id", "status" = o."status" from "orders" o where o."number" = l."order_number"`,
    );
    this.addSql(
      `create function "copy_order"() returns trigger language plpgsql as $$ begin
        select o."customer_id", ${SELLER}, o."distributor_id", o."status"
          into new."customer_id", new."seller_id", new."distributor_id", new."status"
          from "orders" o where o."number" = new."order_number";
        return new; end $$`,
    );
    this.addSql(
      `create trigger "line_is_of_its_order" before insert or update on "lines" for each row execute function "copy_order"()`,
    );
    // By a collation in which days are compared as they are written; a line without a last day comes after all others.
    this.addSql(
      `alter table "lines" alter column "customer_id" set not null, alter column "seller_id" set not null,
        alter column "status" set not null,
        add column "place" int not null generated always as ("id"::int) stored,
        add column "last_day" text collate "C" not null
          generated always as (coalesce("ends_on", "care"->>'endsOn', '9999-12-31')) stored,
        add column "canceled_from" bigint generated always as (${CANCELED_FROM}) stored,
        add column "intended" text not null generated always as (coalesce("intent"->>'intent', 'undecided')) stored,
        ${INSTANTS.map(([column, name]) => `add column "${column}" bigint generated always as (("terms"->>'${name}')::bigint) stored`).join()}`,
    );
    this.addSql(
      `create index "lines_last_day_index" on "lines" ("last_day", "order_number", "place")
        include ("customer_id", "seller_id", "distributor_id", "status", "application", "ends_on", "canceled_from", "intended",
          ${INSTANTS.map(([column]) => `"${column}"`).join()})`,
    );
    this.addSql(
      `create index "lines_application_index" on "lines" ("application", "last_day", "order_number", "place")`,
    );
    this.addSql(
      `create index "lines_status_index" on "lines" ("status", "last_day", "order_number", "place") where "status" <> 'open'`,
    );
    this.addSql(`create index "lines_customer_id_index" on "lines" ("customer_id")`);
    this.addSql(`create index "lines_seller_id_index" on "lines" ("seller_id")`);
    this.addSql(`create index "lines_distributor_id_index" on "lines" ("distributor_id")`);

    // What was reported of an e-mail stands in its row, so that e-mails of a state are found without all reports.
    this.addSql(
      `alter table "mails" add column "reported" text null, add column "reported_at" timestamptz null,
        add column "report" text null, add column "shown" text generated always as (coalesce("reported", "state")) stored`,
    );
    this.addSql(
      `update "mails" m set "reported" = r."state", "reported_at" = r."at", "report" = r."id"
        from (${NEWEST_REPORTS}) r where r."mail" = m."id"`,
    );
    // A comparison with the row as it is when it is held: of two reports at once the one that counts stays.
    this.addSql(
      `create function "tell_mail"() returns trigger language plpgsql as $$ begin
        update "mails" m set "reported" = new."state", "reported_at" = new."at", "report" = new."id"
          where m."id" = new."mail" and (m."report" is null
            or (new."state" <> 'sent', new."at", new."id") > (m."reported" <> 'sent', m."reported_at", m."report"));
        return null; end $$`,
    );
    this.addSql(
      `create trigger "mail_is_told" after insert on "mail_reports" for each row execute function "tell_mail"()`,
    );
    this.addSql(`drop index "mails_order_number_index"`);
    this.addSql(`create index "mails_delivery_index" on "mails" ("order_number", "delivery", "copy")`);
    this.addSql(`create index "mails_shown_index" on "mails" ("shown", "order_number")`);
  }
}
