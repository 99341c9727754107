import { AsyncLocalStorage } from 'node:async_hooks';
import type { MikroORM } from '@mikro-orm/postgresql';

type Client = { query: (...statement: unknown[]) => unknown };
type Pool = { on: (event: 'acquire', listener: (client: Client) => void) => unknown };

/**
 * Counts every statement that some work sends to PostgreSQL from now on, whichever way it asks; what a worker on the same
 * connections sends meanwhile is not its own. What is asked of another process is not seen.
 */
export async function countQueries(
  orm: MikroORM,
): Promise<{ while: (work: () => Promise<unknown>) => Promise<number> }> {
  const counting = new AsyncLocalStorage<{ sent: number }>();
  const counted = new WeakSet<Client>();
  const pool = (await orm.em.getConnection().getNativeClient()) as Pool;
  pool.on('acquire', (client) => {
    if (counted.has(client)) return;
    counted.add(client);
    const query = client.query.bind(client);
    client.query = (...statement) => {
      const count = counting.getStore();
      if (count) count.sent += 1;
      return query(...statement);
    };
  });
  return {
    async while(work) {
      const count = { sent: 0 };
      await counting.run(count, work);
      return count.sent;
    },
  };
}
