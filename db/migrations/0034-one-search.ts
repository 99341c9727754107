import { Migration } from '@mikro-orm/migrations';

/** An order as it is now: as it came in, and in place of that what facts brought since. */
const ACCEPTED = `("content" || coalesce("brought", '{}'))`;

/** What orders are searched by: their number, the buyer's own number, and ids and names of their parties. */
const SEARCHED_ORDER = `' ' || as_found("number" || coalesce(' ' || (${ACCEPTED}->>'purchaseOrder'), '')
  ${['customer', 'reseller', 'distributor']
    .flatMap((party) => ['id', 'name'].map((field) => `|| coalesce(' ' || (${ACCEPTED}->'${party}'->>'${field}'), '')`))
    .join(' ')})`;

/**
 * Signs that stand on letters of Latin, Greek, Cyrillic, Hebrew and Arabic, the Arabic line that only stretches a word, and
 * what nobody sees.
 */
const LEFT_OUT = [
  ...['\\u00AD', '\\u0300-\\u036F', '\\u0483-\\u0487', '\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7'],
  ...['\\u0610-\\u061A\\u061C', '\\u0640\\u064B-\\u065F\\u0670', '\\u06D6-\\u06ED', '\\u08D3-\\u08FF'],
  ...[
    '\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F',
    '\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF',
  ],
].join('');

/** Letters, digits and signs that are one to whoever searches, each with what it is read as. */
const READ_AS = [
  ...['ىي', 'ةه', 'کك', 'یي', 'ٱا', 'ەه', 'ہه', 'łl', 'øo', 'đd', 'ðd', 'ħh', 'ıi', 'ŧt', 'ςσ'],
  ...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => `${digit}${value}`),
  ...[...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => `${digit}${value}`),
  ...[...'‐‑‒–—−'].map((dash) => `${dash}-`),
  ...[...'‘’ʼ´`'].map((mark) => `${mark}''`),
  ...[...'“”„«»'].map((mark) => `${mark}"`),
];
const [FROM, TO] = [
  READ_AS.map(([from]) => from).join(''),
  READ_AS.map((pair) => pair.slice([...pair][0]!.length)).join(''),
];

/** Everything is searched by one reading of texts, and found by an index each. */
export class OneSearch extends Migration {
  static readonly rewrites = {
    intakes: 'What was read by the former reading of texts is found by no search of the new one.',
    accounts: 'What is searched is derived by the database, as processes of the release before write rows as well.',
    servers: 'What is searched is derived by the database, as processes of the release before write rows as well.',
    contacts: 'What is searched is derived by the database, as processes of the release before write rows as well.',
  };

  override up(): void {
    // By a collation of PostgreSQL itself, as that of names: what is found does not depend on how the database was made.
    this.addSql(
      `create function "as_found"("text" text) returns text immutable strict parallel safe language sql cost 1000 as $$
        select trim(regexp_replace(replace(replace(replace(replace(translate(
          lower(regexp_replace(normalize("text", NFKD), '[${LEFT_OUT}]', '', 'g') collate "pg_c_utf8"),
          '${FROM}', '${TO}'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), '\\s+', ' ', 'g')) $$`,
    );
    // A pattern for "like" that finds a text as part of another.
    this.addSql(
      `create function "found_pattern"("text" text) returns text immutable strict parallel safe language sql as $$
        select '%' || regexp_replace(as_found("text"), '([\\\\%_])', '\\\\\\1', 'g') || '%' $$`,
    );
    this.addSql(`alter table "intakes" alter column "searched" set expression as (${SEARCHED_ORDER})`);
    this.addSql(`create index "intakes_number_found_index" on "intakes" (as_found("number"))`);
    this.addSql(
      `create index "intakes_purchase_order_found_index" on "intakes" (as_found("purchase_order")) where "purchase_order" is not null`,
    );
    this.addSql(
      `create index "lines_reference_found_index" on "lines" (as_found("reference") text_pattern_ops) where "reference" is not null`,
    );
    this.addSql(
      `create index "deliveries_reference_found_index" on "deliveries" (as_found("reference") text_pattern_ops) where "id" <> '1'`,
    );
    this.addSql(
      `create index "order_facts_reference_found_index" on "order_facts" (as_found("reference") text_pattern_ops) where "kind" <> 'state-intent'`,
    );

    this.addSql(
      `alter table "accounts" add column "searched" text generated always as (' ' || as_found("id" || ' ' || "name")) stored`,
    );
    this.addSql(`create index "accounts_searched_index" on "accounts" using gin ("searched" gin_trgm_ops)`);
    this.addSql(`create index "accounts_name_found_index" on "accounts" (as_found("name"))`);
    this.addSql(`create index "accounts_id_found_index" on "accounts" (as_found("id"))`);

    this.addSql(
      `alter table "servers" add column "searched" text generated always as
        (' ' || as_found("name" || ' ' || "id" || coalesce(' ' || "hostname", ''))) stored`,
    );
    this.addSql(`create index "servers_searched_index" on "servers" using gin ("searched" gin_trgm_ops)`);
    this.addSql(`create index "servers_name_found_index" on "servers" (as_found("name"))`);
    // What a server says its machine is called now; most say it once, so that a check-in touches no index.
    this.addSql(`alter table "contacts" add column "host" text generated always as ("said"->>'hostname') stored`);
    this.addSql(
      `create index "contacts_host_found_index" on "contacts" (as_found("host") text_pattern_ops) where "host" is not null`,
    );
    this.addSql(`alter table "activation_tokens" add column "first_group" text null`);
    this.addSql(`create index "activation_tokens_first_group_index" on "activation_tokens" ("first_group")`);
    this.addSql(
      `create index "people_found_index" on "people" using gin ((' ' || as_found("email" || ' ' || coalesce("name", ''))) gin_trgm_ops)`,
    );

    // Lists over all customers begin with the servers that were registered last.
    this.addSql(
      `create index "servers_registered_at_index" on "servers" ("registered_at", "id") where "state" <> 'retired'`,
    );
  }
}
