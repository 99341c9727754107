import { Migration } from '@mikro-orm/migrations';

/** What servers say of themselves when they check in, and what the vendor advises them of. */
export class SayingAndAdvisories extends Migration {
  override up(): void {
    this.addSql(
      `alter table "contacts" add column "said" jsonb null, add column "nearly_used" jsonb null, add column "advised" jsonb null`,
    );
    this.addSql(`create index "contacts_nearly_used_index" on "contacts" ("server") where "nearly_used" is not null`);
    this
      .addSql(`create table "advisories" ("id" text not null, "seq" int not null, "title" text not null, "severity" text not null,
      "affects" text not null, "url" text not null, "fixed_in" text null, "published_at" timestamptz not null,
      "withdrawn_at" timestamptz null, primary key ("id"))`);
    this.addSql(`create index "advisories_published_at_index" on "advisories" ("published_at", "id")`);
  }
}
