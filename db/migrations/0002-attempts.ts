import { Migration } from '@mikro-orm/migrations';

/** An e-mail counts its attempts, so that one takes back only what none has built upon since. */
export class Attempts extends Migration {
  override up(): void {
    this.addSql(`alter table "mails" add column "attempts" int not null default 0`);
  }
}
