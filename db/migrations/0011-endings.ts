import { Migration } from '@mikro-orm/migrations';

const ENDING = `int8range(coalesce("terms"->>'expiringFrom', "terms"->>'careExpiringFrom')::bigint,
  ("terms"->>'reinstatableUntil')::bigint)`;

/** What ends is found for as long as it can be renewed, and care, of which that is always, from when it ends soon. */
export class Endings extends Migration {
  override up(): void {
    this.addSql(`drop index "lines_ending_index"`);
    this.addSql(
      `create index "lines_ending_index" on "lines" using gist (${ENDING})
        where "open_for" is not null and coalesce("terms"->>'until', "terms"->>'careUntil') is not null`,
    );
  }
}
