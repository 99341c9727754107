import { Migration } from '@mikro-orm/migrations';

/** The unlock link of a delivery can be replaced, and an e-mail knows which link it carries. */
export class UnlockLinks extends Migration {
  override up(): void {
    this.addSql(
      `create table "unlock_links" ("order_number" text not null, "delivery" text not null, "generation" int not null, "replaced_at" timestamptz not null, "request_id" text not null, "by" text not null, primary key ("order_number", "delivery", "generation"))`,
    );
    this.addSql(
      `alter table "unlock_links" add constraint "unlock_links_order_number_delivery_request_id_unique" unique ("order_number", "delivery", "request_id")`,
    );
    this.addSql(`alter table "mails" add column "link_generation" int not null default 0`);
  }
}
