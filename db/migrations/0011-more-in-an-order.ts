import { Migration } from '@mikro-orm/migrations';

/** What orders are searched by: their number, the buyer's own number, and ids and names of their parties. */
const SEARCHED = `lower("number" || coalesce(' ' || ("content"->>'purchaseOrder'), '')
  || coalesce(' ' || ("content"->'customer'->>'id'), '')
  || coalesce(' ' || ("content"->'reseller'->>'id'), '') || coalesce(' ' || ("content"->'distributor'->>'id'), '')
  || coalesce(' ' || ("content"->'customer'->>'name'), '') || coalesce(' ' || ("content"->'reseller'->>'name'), '')
  || coalesce(' ' || ("content"->'distributor'->>'name'), ''))`;

/** Lines have the ERP's own number, accounts have metadata, orders are found by the buyer's number, and what facts bring for people is kept. */
export class MoreInAnOrder extends Migration {
  override up(): void {
    this.addSql(`alter table "lines" add column "reference" text null`);
    this.addSql(`alter table "accounts" add column "metadata" jsonb null`);
    this.addSql(`alter table "intakes" alter column "searched" set expression as (${SEARCHED})`);
    this.addSql(
      `create table "order_facts" ("order_number" text not null, "kind" text not null, "reference" text not null, "content_hash" text not null, "content" jsonb not null, "by" text not null, "stored_at" timestamptz not null, primary key ("order_number", "kind", "reference"))`,
    );
  }
}
