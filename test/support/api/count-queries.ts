import type { MikroORM } from '@mikro-orm/postgresql';

type Client = { query: (...statement: unknown[]) => unknown };
type Pool = { on: (event: 'acquire', listener: (client: Client) => void) => unknown };

/** Counts every statement that is sent to PostgreSQL from now on, whichever way it is asked for. */
export async function countQueries(
  orm: MikroORM,
): Promise<{ while: (work: () => Promise<unknown>) => Promise<number> }> {
  let sent = 0;
  const counted = new WeakSet<Client>();
  const pool = (await orm.em.getConnection().getNativeClient()) as Pool;
  pool.on('acquire', (client) => {
    if (counted.has(client)) return;
    counted.add(client);
    const query = client.query.bind(client);
    client.query = (...statement) => {
      sent += 1;
      return query(...statement);
    };
  });
  return {
    async while(work) {
      const before = sent;
      await work();
      return sent - before;
    },
  };
}
