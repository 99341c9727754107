import { Migration } from '@mikro-orm/migrations';

/** Names of a customer's servers are claimed; of those that are equal already, the first registered has it. */
export class ServerNames extends Migration {
  override up(): void {
    // By a collation of PostgreSQL itself (17 or later): what is equal does not depend on how the database was made.
    this.addSql(
      `create function "folded_name"("name" text) returns text immutable strict parallel safe language sql return lower(normalize("name", NFC) collate "pg_c_utf8")`,
    );
    this.addSql(
      `create table "server_names" ("customer_id" text not null, "name" text not null, "server" text not null, "claimed_at" timestamptz null, primary key ("customer_id", "name"))`,
    );
    this.addSql(`create index "server_names_server_index" on "server_names" ("server")`);
    this.addSql(
      `insert into "server_names" ("customer_id", "name", "server")
         select distinct on ("customer_id", folded_name("name")) "customer_id", folded_name("name"), "id"
         from "servers" where "state" <> 'retired' order by "customer_id", folded_name("name"), "registered_at", "id"`,
    );
  }
}
