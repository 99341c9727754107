import { Migration } from '@mikro-orm/migrations';

/** What is learnt when servers call, and what offline servers hold. */
export class Contact extends Migration {
  override up(): void {
    this.addSql(
      `alter table "contacts" add column "version" int not null default 0, add column "numbers" jsonb null, add column "silent_since" timestamptz null`,
    );
    this.addSql(`alter table "servers" add column "mode" text null, add column "offline" jsonb null`);
    this.addSql(`alter table "servers" add constraint "servers_mode_check" check ("mode" in ('online', 'offline'))`);
    this.addSql(`update "servers" set "mode" = 'online' where "state" = 'activated'`);
  }
}
