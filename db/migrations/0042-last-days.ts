import { Migration } from '@mikro-orm/migrations';

/** The day before the first on which a line is to be canceled; null where it is not to be. */
const LAST_BEFORE_CANCELED = `case when "status" <> 'canceled' and "canceled_at" is null
  then day_before(jsonb_path_query_first("planned", '$[*] ? (@.type == "cancellation").on')#>>'{}') end`;

/** The last day of a line is that before it is canceled, where that comes first. What is to be done is found by what is kept for it. */
export class LastDays extends Migration {
  static readonly rewrites = {
    lines: 'Every reader needs the day that is true, and a second column would be one more to go wrong.',
    contacts: 'The day and the version are found by indexes, which need columns; servers are fewer than lines.',
  };

  override up(): void {
    // Days are written as ISO 8601 has them, so that what it answers depends on no setting.
    this.addSql(
      `create function "day_before"("day" text) returns text immutable strict parallel safe language sql
        as $$ select to_char("day"::date - 1, 'YYYY-MM-DD') $$`,
    );
    this.addSql(
      `alter table "lines" alter column "last_day" set expression as
        (coalesce(least("ends_on", ${LAST_BEFORE_CANCELED}), "care"->>'endsOn', '9999-12-31'))`,
    );
    this.addSql(
      `create index "lines_evaluations_index" on "lines" ("last_day") where "license" = 'evaluation' and "open_for" is not null`,
    );
    this.addSql(`drop index "lines_customer_id_index"`);
    this.addSql(`create index "lines_customer_id_index" on "lines" ("customer_id", "last_day")`);

    // A day, and not the instant of each call: the index is written once a day, however often a server calls.
    this.addSql(
      `alter table "contacts" add column "called_on" date generated always as (("last_check_in_at" at time zone 'UTC')::date) stored,
        add column "said_version" text generated always as ("said"->>'version') stored`,
    );
    this.addSql(`create index "contacts_called_on_index" on "contacts" ("called_on")`);
    this.addSql(`create index "contacts_said_version_index" on "contacts" ("said_version")`);
    this.addSql(`create index "servers_version_index" on "servers" ("version")`);
    this.addSql(
      `insert into "contacts" ("server") select "id" from "servers" where "activated_at" is not null on conflict do nothing`,
    );
  }
}
