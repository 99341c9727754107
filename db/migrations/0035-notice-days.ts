import { Migration } from '@mikro-orm/migrations';

/** Whoever is told of what ends chooses how many days before. */
export class NoticeDays extends Migration {
  override up(): void {
    this.addSql(`alter table "accounts" add column "notice_days" jsonb null`);
  }
}
