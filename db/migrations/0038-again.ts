import { Migration } from '@mikro-orm/migrations';

/** What is to be done again is told from what was, and the newest refusal of a server is found. */
export class Again extends Migration {
  override up(): void {
    this.addSql(`alter table "contacts" add column "nearly_used_since" timestamptz null`);
    this.addSql(`create index "refused_activations_newest_index" on "refused_activations" ("server", "last_at")`);
  }
}
