import { likePattern } from './like.ts';

/** A condition of a statement with its values, in the order of its question marks. */
export type Condition = { sql: string; values: unknown[] };

/** A condition that holds where a value is asked for; every question mark stands for it. */
export function where<Value>(
  value: Value | undefined,
  sql: string,
  as: (value: Value) => unknown = (given) => given,
): Condition[] {
  return value === undefined ? [] : [{ sql, values: Array<unknown>(sql.split('?').length - 1).fill(as(value)) }];
}

/** A condition that a text, in lower case, has one of some forms in it, in any case; none where none are asked for. */
export function contains(text: string, forms: readonly string[] | undefined): Condition[] {
  if (forms === undefined) return [];
  return [{ sql: `(${forms.map(() => `${text} like ?`).join(' or ')})`, values: forms.map(likePattern) }];
}

/** All of some conditions, of which there is one at least. */
export function allOf(conditions: Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' and '),
    values: conditions.flatMap(({ values }) => values),
  };
}
