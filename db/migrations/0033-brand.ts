import { Migration } from '@mikro-orm/migrations';

/** How the vendor shows itself on pages and in e-mails, and by what the e-mails to an account are found. */
export class BrandOfTheVendor extends Migration {
  override up(): void {
    this.addSql(
      `create table "brands" ("account_id" text not null, "name" text null, "logo" text null, "accent" text null,
        "support" text null, "footer" text null, "version" int not null, primary key ("account_id"))`,
    );
    this.addSql(
      `create table "logos" ("hash" text not null, "type" text not null, "content" bytea not null, "kept_at" timestamptz not null,
        primary key ("hash"), constraint "logos_type_check" check ("type" in ('image/png', 'image/jpeg', 'image/webp')))`,
    );
    this.addSql(
      `create index "mails_to_account_index" on "mails"
        ((case when "id" like 'notices/%' then split_part("id", '/', 2) else "account_id" end), "created_at", "id")`,
    );
  }
}
