import { Migration } from '@mikro-orm/migrations';

/** What an order and a server were promised is in their rows, so that a later change of the policy touches new ones only. */
export class Promises extends Migration {
  override up(): void {
    // What was promised to everything that is there, whatever the policy says when this runs.
    this.addSql(`alter table "lines" add column "lease_days" int null`);
    this.addSql(`update "lines" set "lease_days" = case "license" when 'subscription' then 30 else 90 end`);
    this.addSql(`alter table "lines" alter column "lease_days" set not null`);
    this.addSql(`alter table "servers" add column "silent_days" int null`);
    this.addSql(`update "servers" set "silent_days" = 7`);
  }
}
