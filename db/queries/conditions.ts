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

/**
 * A condition that a text, as `as_found` reads texts, has each word of one of some forms in it: accents, case, and how letters
 * are written in Arabic do not count. None where no forms are asked for.
 */
export function contains(text: string, forms: readonly string[] | undefined): Condition[] {
  if (forms === undefined) return [];
  const words = forms.map((form) => form.split(' '));
  const found = words.map((some) => some.map(() => `${text} like found_pattern(?)`).join(' and '));
  return [{ sql: `(${found.join(' or ')})`, values: words.flat() }];
}

/** All of some conditions, of which there is one at least. */
export function allOf(conditions: Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' and '),
    values: conditions.flatMap(({ values }) => values),
  };
}
