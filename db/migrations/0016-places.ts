import { Migration } from '@mikro-orm/migrations';

const CHANGED_PARTIES = `array["data"->>'customerId', "data"->>'resellerId', "data"->>'distributorId',
  "data"->'former'->>'customerId', "data"->'former'->>'resellerId', "data"->'former'->>'distributorId']`;

/** What became of an account's part in orders is found by the account. */
export class Places extends Migration {
  override up(): void {
    this.addSql(
      `create index "journal_parties_changed_index" on "journal" using gin ((${CHANGED_PARTIES})) where "type" = 'parties-changed'`,
    );
  }
}
