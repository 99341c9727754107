import { Migration } from '@mikro-orm/migrations';

/** What became of a notice: also that its line was canceled or is to end, or that another sells the order by now. */
export class NoticesOfChanges extends Migration {
  override up(): void {
    this.addSql(`alter table "notices" drop constraint "notices_outcome_check"`);
    this.addSql(
      `alter table "notices" add constraint "notices_outcome_check" check ("outcome" in ('told', 'off', 'renewed', 'not-open', 'past', 'overtaken', 'canceled', 'to-end', 'sold-by-another'))`,
    );
  }
}
