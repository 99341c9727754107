import { Migration } from '@mikro-orm/migrations';

/** Who asks to sign in is counted apart, and refused activations are counted instead of listed one by one. */
export class Bounds extends Migration {
  override up(): void {
    this.addSql(`alter table "sign_ins" add column "asker" text not null default ''`);
    this.addSql(`create index "sign_ins_asker_index" on "sign_ins" ("asker")`);
    this.addSql(
      `create table "refused_activations" ("server" text not null, "code" text not null, "mode" text not null, "day" date not null, "times" int not null, "first_at" timestamptz not null, "last_at" timestamptz not null, "fingerprint" text not null, "version" text not null, primary key ("server", "day", "code", "mode"))`,
    );
  }
}
