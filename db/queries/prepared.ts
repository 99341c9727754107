import type { EntityManager } from '@mikro-orm/postgresql';

/** As much of the driver's pool as is used here. */
type Pool = { query: (statement: { name: string; text: string; values: unknown[] }) => Promise<{ rows: unknown[] }> };

/**
 * Runs a statement that PostgreSQL parses and plans once per connection, which for a join of many tables is most of its
 * work. `text` has `$1`, `$2` and so on. It runs outside of the transaction that `em` may be in: for what stands alone.
 */
export async function executePrepared<Row>(
  em: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const pool = (await em.getConnection().getNativeClient()) as Pool;
  const { rows } = await pool.query({ name, text, values });
  return rows as Row[];
}
