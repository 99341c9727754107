import type { EventEmitter } from 'node:events';

/** A connection of `pg` while somebody has it: `release` gives it back, once. */
type Connection = EventEmitter & { release: (error?: Error | boolean) => void };

/**
 * Gives back the place of a connection that ends while somebody has it. Whoever had a transaction on it cannot: what should
 * give it back is a rollback, which a connection that has ended refuses (kysely's controlled transactions). Each such end
 * would make the pool smaller by one, until nothing is answered any more.
 */
export function giveBackWhatEnds(pool: EventEmitter): void {
  const taken = new WeakSet<Connection>();
  pool.on('acquire', (connection: Connection) => taken.add(connection));
  pool.on('release', (_error: unknown, connection: Connection) => taken.delete(connection));
  pool.on('connect', (connection: Connection) =>
    connection.once('end', () => {
      if (!taken.has(connection)) return;
      connection.release(true);
      // Who has it may still give it back, which counts once.
      connection.release = () => undefined;
    }),
  );
}
