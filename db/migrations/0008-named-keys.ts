import { Migration } from '@mikro-orm/migrations';

/** Keys of the API have a name, and when they were last used is known, so that an operator knows which to revoke. */
export class NamedKeys extends Migration {
  override up(): void {
    this.addSql(`alter table "api_keys" add column "name" text null, add column "last_used_at" timestamptz null`);
  }
}
