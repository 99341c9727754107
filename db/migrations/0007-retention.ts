import { Migration } from '@mikro-orm/migrations';

/** When an e-mail was made, from which its period counts; of those that are there already, this moment. */
export class Retention extends Migration {
  override up(): void {
    this.addSql(`alter table "mails" add column "created_at" timestamptz not null default now()`);
  }
}
