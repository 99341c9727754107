import { Migration } from '@mikro-orm/migrations';

const SEARCHED = `lower("number" || coalesce(' ' || ("content"->'customer'->>'id'), '')
  || coalesce(' ' || ("content"->'reseller'->>'id'), '') || coalesce(' ' || ("content"->'distributor'->>'id'), '')
  || coalesce(' ' || ("content"->'customer'->>'name'), '') || coalesce(' ' || ("content"->'reseller'->>'name'), '')
  || coalesce(' ' || ("content"->'distributor'->>'name'), ''))`;

const ENDING = `int8range(("terms"->>'expiringFrom')::bigint, ("terms"->>'graceUntil')::bigint)`;

/** Orders are searched by an index of what stands in them; what needs attention is found without reading the orders. */
export class Search extends Migration {
  override up(): void {
    // Trusted: who owns the database may create it, and every PostgreSQL that is distributed brings it.
    this.addSql(`create extension if not exists pg_trgm`);
    this.addSql(`alter table "intakes" add column "searched" text generated always as (${SEARCHED}) stored`);
    this.addSql(`create index "intakes_searched_index" on "intakes" using gin ("searched" gin_trgm_ops)`);
    for (const table of ['lines', 'deliveries']) {
      this.addSql(`alter table "${table}" add column "open_for" text null`);
      this.addSql(
        `update "${table}" set "open_for" = o."customer_id" from "orders" o where o."number" = "order_number" and o."status" in ('open', 'suspended')`,
      );
    }
    this.addSql(`drop index "lines_ending_index"`);
    // A line without a last day would be in the range of every instant.
    this.addSql(
      `create index "lines_ending_index" on "lines" using gist (${ENDING}) where "open_for" is not null and "terms"->>'until' is not null`,
    );
    this.addSql(`drop index "deliveries_locked_index"`);
    this.addSql(
      `create index "deliveries_locked_index" on "deliveries" ("open_for", "order_number") where "unlocked_at" is null`,
    );
  }
}
