import { Migration } from '@mikro-orm/migrations';

/** What needs attention is found without reading what does not: lines that end soon, deliveries that are locked. */
export class Pages extends Migration {
  override up(): void {
    this.addSql(
      `create index "lines_ending_index" on "lines" using gist (int8range(("terms"->>'expiringFrom')::bigint, ("terms"->>'graceUntil')::bigint))`,
    );
    this.addSql(`create index "deliveries_locked_index" on "deliveries" ("order_number") where "unlocked_at" is null`);
    this.addSql(`create index "orders_suspended_index" on "orders" ("customer_id") where "status" = 'suspended'`);
  }
}
