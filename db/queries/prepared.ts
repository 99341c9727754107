import type { EntityManager } from '@mikro-orm/postgresql';

/** As much of the driver's pool as is used here. */
type Pool = { query: (statement: { name: string; text: string; values: unknown[] }) => Promise<{ rows: unknown[] }> };

/**
 * Runs a statement that PostgreSQL parses and plans once per connection, which for a join of many tables is most of its
 * work. `text` has `$1`, `$2` and so on; a list of several lengths is `any(array(select unnest($1::text[])))`, as the statement is
 * planned each time else. It runs outside of the transaction that `em` may be in: for what stands alone.
 */
export async function executePrepared<Row>(
  em: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  try {
    const pool = (await em.getConnection().getNativeClient()) as Pool;
    const { rows } = await pool.query({ name, text, values });
    return rows as Row[];
  } catch (error) {
    // As of every other statement: an error says what failed, and not with which values.
    throw em.getDriver().convertException(error as Error);
  }
}

/**
 * The same for a text as `em.execute` takes it, with a `?` for each value, and for what may also stand in a transaction: there
 * it is executed as any other. Values that are sent apart are in no log of PostgreSQL, whatever becomes of the statement.
 */
export async function executeOften<Row>(
  em: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  if (em.isInTransaction()) return em.execute(text, values);
  let place = 0;
  return executePrepared(
    em,
    name,
    text.replaceAll('?', () => `$${(place += 1)}`),
    values,
  );
}
