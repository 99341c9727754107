import type { EventEmitter } from 'node:events';
import { isSilence } from './away.ts';

/** A connection of `pg` while somebody has it: `release` gives it back, once. */
type Connection = EventEmitter & {
  release: (error?: Error | boolean) => void;
  query: (...asked: unknown[]) => unknown;
  end: () => Promise<void>;
};

/** Sees to it that a pool neither loses places nor hands out a connection of which nobody knows what it is at. */
export function keepPoolWhole(pool: EventEmitter): void {
  giveBackWhatEnds(pool);
  endWhatIsSilent(pool);
}

/**
 * Gives back the place of a connection that ends while somebody has it. Whoever had a transaction on it cannot: what should
 * give it back is a rollback, which a connection that has ended refuses (kysely's controlled transactions). Each such end
 * would make the pool smaller by one, until nothing is answered any more.
 */
function giveBackWhatEnds(pool: EventEmitter): void {
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

/**
 * Ends a connection on which a statement got no answer in time: the driver would hand it to the next one, which waits behind
 * that statement, or goes on in its transaction. What was sent may still be carried out.
 */
function endWhatIsSilent(pool: EventEmitter): void {
  pool.on('connect', (connection: Connection) => {
    const query = connection.query.bind(connection);
    connection.query = (...asked) => {
      const answer = query(...asked);
      if (answer instanceof Promise)
        answer.catch((error: unknown) => {
          if (isSilence(error)) void connection.end();
        });
      return answer;
    };
  });
}
