import { Migration } from '@mikro-orm/migrations';

/** A key can be limited to scopes and end by itself, and says who made it; those of before are all that their accounts may, for good. */
export class Keys extends Migration {
  override up(): void {
    this.addSql(
      `alter table "api_keys" add column "scopes" text[] null, add column "expires_at" timestamptz null,
        add column "created_by" text null`,
    );
    this.addSql(`create index "api_keys_account_id_index" on "api_keys" ("account_id", "created_at", "id")`);
  }
}
