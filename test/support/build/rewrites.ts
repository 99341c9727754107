import { alteredBy, plain, tablesMadeBy } from './statements.ts';

/** A default that PostgreSQL computes once, for all rows that are there: it keeps them as they are. */
const COMPUTED_ONCE = /^(?:'[^']*'|-?[\d.]+|true|false|null|now\(\)|current_timestamp|current_date)(?:::\S+)?(?: |$)/;

/** Why one clause of `alter table` has every row written anew, behind a lock that keeps everybody out. */
const CLAUSES: [clause: RegExp, why: (column: string) => string][] = [
  [/^alter (?:column )?"(\w+)" (?:set data )?type /, (column) => `the type of "${column}"`],
  [/^alter (?:column )?"(\w+)" set expression/, (column) => `the derived "${column}"`],
  [/^add column "(\w+)" .*\bgenerated always as \(.* stored/, (column) => `the derived "${column}"`],
  [/^add column "(\w+)" (?:.*\b(?:small|big)?serial\b|.*\bas identity\b)/, (column) => `the number "${column}"`],
];

/**
 * Tables of before whose rows statements of one migration write anew, each with why: while they do, nobody reads or writes
 * there, or whoever writes to a row waits. What is long where there are many rows is to be known before it is run.
 */
export function rewrites(statements: readonly string[]): string[] {
  const own = tablesMadeBy(statements);
  return plain(statements).flatMap((statement) => {
    const updated = /(?:^|\() ?update "(\w+)"/.exec(statement)?.[1];
    if (updated !== undefined && !/\bfunction\b/.test(statement) && !own.has(updated))
      return [`"${updated}": its rows are updated`];
    const { table, clauses } = alteredBy(statement);
    if (table === undefined || own.has(table)) return [];
    return clauses.flatMap((clause) => whyIn(clause).map((why) => `"${table}": ${why}`));
  });
}

function whyIn(clause: string): string[] {
  const [, column, value] = /^add column "(\w+)" .*?\bdefault (.*)$/.exec(clause) ?? [];
  if (value !== undefined && !COMPUTED_ONCE.test(value)) return [`the default of "${column}"`];
  return CLAUSES.flatMap(([pattern, why]) => {
    const match = pattern.exec(clause);
    return match ? [why(match[1] ?? '')] : [];
  });
}
