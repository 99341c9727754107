import { Migration } from '@mikro-orm/migrations';

/** Lines are canceled one by one, evaluated, and changed for a later day; deliveries have editions; orders say under which fact their newest content stands. */
export class ChangesOfOrders extends Migration {
  override up(): void {
    this.addSql(`alter table "lines" drop constraint "lines_license_check"`);
    this.addSql(
      `alter table "lines" add constraint "lines_license_check" check ("license" in ('subscription', 'perpetual', 'evaluation'))`,
    );
    this.addSql(
      `alter table "lines" add column "canceled_at" timestamptz null, add column "evaluation" jsonb null, add column "planned" jsonb not null default '[]', add column "intent" jsonb null`,
    );
    this.addSql(`alter table "deliveries" add column "edition" int not null default 1`);
    this.addSql(`alter table "orders" add column "said" jsonb not null default '{}'`);
  }
}
