import { Migration } from '@mikro-orm/migrations';

/** What orders are searched by: their number, the buyer's own, and ids and names of their parties. */
const SEARCHED = `lower("number" || coalesce(' ' || ("content"->>'purchaseOrder'), '')
  || coalesce(' ' || ("content"->'customer'->>'id'), '')
  || coalesce(' ' || ("content"->'reseller'->>'id'), '') || coalesce(' ' || ("content"->'distributor'->>'id'), '')
  || coalesce(' ' || ("content"->'customer'->>'name'), '') || coalesce(' ' || ("content"->'reseller'->>'name'), '')
  || coalesce(' ' || ("content"->'distributor'->>'name'), ''))`;

/** While a line is in grace; with an end that never comes before its beginning, which would refuse the row. */
const GRACE = `int8range(("terms"->>'until')::bigint,
  greatest(("terms"->>'until')::bigint, ("terms"->>'graceUntil')::bigint))`;

/** Of two reports of an e-mail the one that counts: what became of it says more than that it left, then the later one. */
const NEWEST_REPORTS = `select distinct on ("mail") "mail", "state", "at", "id" from "mail_reports"
  order by "mail", "state" = 'sent', "at" desc, "id" desc`;

/** Orders, their lines and accounts are found by indexes; an account's time zone can be unknown, and its changes are counted. */
export class Finding extends Migration {
  override up(): void {
    this.addSql(`alter table "accounts" alter column "time_zone" drop not null`);
    this.addSql(`alter table "accounts" add column "version" int not null default 1`);

    // PostgreSQL 17 or later, as folded_name() needs it too.
    this.addSql(`alter table "intakes" alter column "searched" set expression as (${SEARCHED})`);
    this.addSql(
      `alter table "intakes" add column "purchase_order" text generated always as ("content"->>'purchaseOrder') stored,
        add column "metadata" jsonb generated always as ("content"->'metadata') stored`,
    );
    this.addSql(`create index "intakes_purchase_order_index" on "intakes" ("purchase_order")`);
    this.addSql(`create index "intakes_metadata_index" on "intakes" using gin ("metadata" jsonb_path_ops)`);

    this.addSql(`create index "orders_status_index" on "orders" ("status", "accepted_at", "number")`);

    // By a collation in which days are compared as they are written; a line without a last day comes after all others.
    this.addSql(
      `alter table "lines" add column "last_day" text collate "C" not null
        generated always as (coalesce("ends_on", "care"->>'endsOn', '9999-12-31')) stored`,
    );
    this.addSql(`create index "lines_last_day_index" on "lines" ("last_day", "order_number", ("id"::int))`);
    this.addSql(
      `create index "lines_application_index" on "lines" ("application", "last_day", "order_number", ("id"::int))`,
    );
    this.addSql(
      `create index "lines_care_index" on "lines" ("last_day", "order_number", ("id"::int)) where "ends_on" is null`,
    );
    this.addSql(
      `create index "lines_grace_index" on "lines" using gist (${GRACE}) where "terms"->>'until' is not null`,
    );
    this.addSql(`create index "lines_from_index" on "lines" ((("terms"->>'from')::bigint))`);

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
