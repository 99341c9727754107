const NAME = '"(\\w+)"';

/** Statements of a migration as they are written here, names in quotes, each on one line. */
export function plain(statements: readonly string[]): string[] {
  return statements.map((statement) => statement.replace(/\s+/g, ' ').trim());
}

/** The tables that statements make: whatever else they do to those, nobody of before knows of it. */
export function tablesMadeBy(statements: readonly string[]): Set<string> {
  return new Set(plain(statements).flatMap((one) => new RegExp(`^create table ${NAME}`).exec(one)?.[1] ?? []));
}

/** Which table a statement alters, and each thing that it does to it; none where it is another kind of statement. */
export function alteredBy(statement: string): { table?: string | undefined; clauses: string[] } {
  const [, table, clauses] = new RegExp(`^alter table (?:only )?${NAME} (.*)$`).exec(statement) ?? [];
  return { table, clauses: clauses?.split(/, ?(?=add |drop |alter |rename )/) ?? [] };
}
