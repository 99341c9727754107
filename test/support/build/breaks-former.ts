import { alteredBy, plain, tablesMadeBy } from './statements.ts';

/** What one clause of `alter table` does that statements of the release before would run into. */
const CLAUSES: [clause: RegExp, what: (table: string, column: string) => string][] = [
  [/^drop (?:column )?(?:if exists )?"(\w+)"/, (table, column) => `drops "${table}"."${column}"`],
  [/^rename /, (table) => `renames "${table}" or what is of it`],
  [
    /^add column "(\w+)" (?!.*\b(default|generated)\b).*not null/,
    (table, column) => `makes "${table}"."${column}" not null, without a default`,
  ],
  [/^alter (?:column )?"(\w+)" set not null/, (table, column) => `makes "${table}"."${column}" not null`],
  [/^alter (?:column )?"(\w+)" drop default/, (table, column) => `takes the default of "${table}"."${column}"`],
  [/^alter (?:column )?"(\w+)" (?:set data )?type /, (table, column) => `changes the type of "${table}"."${column}"`],
  [/^alter (?:column )?"(\w+)" set expression/, (table, column) => `changes what "${table}"."${column}" means`],
  [/^add constraint /, (table) => `may refuse rows of "${table}"`],
];

/**
 * What statements of one migration do to tables of before that the release of before does not survive: its inserts, updates
 * and reads go on while apis and workers are replaced.
 */
export function breaksFormer(statements: readonly string[]): string[] {
  const own = tablesMadeBy(statements);
  return plain(statements).flatMap((statement) => {
    const { table, found } = look(statement);
    return table !== undefined && own.has(table) ? [] : found;
  });
}

function look(statement: string): { table?: string | undefined; found: string[] } {
  const dropped = /^drop table (?:if exists )?"(\w+)"/.exec(statement)?.[1];
  if (dropped !== undefined) return { table: dropped, found: [`drops "${dropped}"`] };
  const judged = /^create (?:unique index|(?:constraint )?trigger) .*? on "(\w+)"/.exec(statement)?.[1];
  if (judged !== undefined) return { table: judged, found: [`may refuse rows of "${judged}"`] };
  const { table, clauses } = alteredBy(statement);
  if (table === undefined) return { found: [] };
  return {
    table,
    found: clauses.flatMap((clause) =>
      CLAUSES.flatMap(([pattern, what]) => {
        const match = pattern.exec(clause);
        return match ? [what(table, match[1] ?? '')] : [];
      }),
    ),
  };
}
