import { Migration } from '@mikro-orm/migrations';

/** Emergencies that customers declare. */
export class Standby extends Migration {
  override up(): void {
    this.addSql(
      `create table "emergencies" ("order_number" text not null, "customer_id" text not null, "request_id" text not null, "seller_id" text null, "declared_at" timestamptz not null, "unheard" boolean not null default false, primary key ("order_number"))`,
    );
    this.addSql(
      `alter table "emergencies" add constraint "emergencies_customer_id_request_id_unique" unique ("customer_id", "request_id")`,
    );
    this.addSql(
      `create index "emergencies_customer_id_declared_at_index" on "emergencies" ("customer_id", "declared_at")`,
    );
    this.addSql(`create index "emergencies_declared_at_index" on "emergencies" ("declared_at")`);
    this.addSql(
      `create index "journal_emergencies_index" on "journal" ((data->>'seller')) where type = 'emergency-declared'`,
    );
  }
}
