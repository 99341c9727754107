import { Migration } from '@mikro-orm/migrations';

/** How the vendor shows itself on pages and in e-mails. */
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
  }
}
