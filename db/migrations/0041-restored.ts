import { Migration } from '@mikro-orm/migrations';

/** Up to which restore of a backup what is missing was looked for, and how an order came in that was made again from its workflow. */
export class Restored extends Migration {
  override up(): void {
    this.addSql(
      `create table "repaired" ("one" boolean not null default true check ("one"), "epoch" bigint not null, "home" bigint not null, primary key ("one"))`,
    );
    this.addSql(
      `insert into "repaired" ("epoch", "home") select max("epoch"), 'repaired'::regclass::oid::bigint from "feed_epochs"`,
    );
    this.addSql(`alter table "intakes" add column "rebuilt_at" timestamptz null`);
  }
}
