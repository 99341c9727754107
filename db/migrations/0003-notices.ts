import { Migration } from '@mikro-orm/migrations';

/** E-mails of every kind under one id, what is reported of them, and what became of every notice. */
export class Notices extends Migration {
  override up(): void {
    this.addSql(`alter table "accounts" add column "notices" boolean not null default true`);
    this.addSql(`alter table "mails" add column "id" text, add column "copy" int not null default 1`);
    this.addSql(`update "mails" set "id" = 'mail/' || "order_number" || '/' || "delivery"`);
    this.addSql(`alter table "mails" drop constraint "mails_pkey"`);
    this.addSql(
      `alter table "mails" alter column "order_number" drop not null, alter column "delivery" drop not null, alter column "id" set not null, add primary key ("id")`,
    );
    this.addSql(`create index "mails_order_number_index" on "mails" ("order_number")`);
    this.addSql(`create index "mails_provider_id_index" on "mails" ("provider_id")`);
    this.addSql(
      `create table "mail_reports" ("id" text not null, "mail" text not null, "state" text not null, "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "mail_reports" add constraint "mail_reports_state_check" check ("state" in ('sent', 'delivered', 'bounced'))`,
    );
    this.addSql(`create index "mail_reports_mail_index" on "mail_reports" ("mail")`);
    this.addSql(
      `create table "notices" ("order_number" text not null, "seq" int not null, "account_id" text not null, "line" text not null, "what" text not null, "days" int not null, "ends_on" text not null, "digest_on" text not null, "outcome" text not null, primary key ("order_number", "seq"))`,
    );
    this.addSql(`alter table "notices" add constraint "notices_what_check" check ("what" in ('term', 'care'))`);
    this.addSql(
      `alter table "notices" add constraint "notices_outcome_check" check ("outcome" in ('told', 'off', 'renewed', 'not-open', 'past', 'overtaken'))`,
    );
    this.addSql(`create index "notices_account_id_index" on "notices" ("account_id")`);
  }
}
