import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';

/** As much of a connection of the driver's pool as is used here. */
type Connection = {
  on: (event: 'notification' | 'error' | 'end', listener: () => void) => unknown;
  query: (text: string) => Promise<unknown>;
  release: (destroy: boolean) => void;
};

/** After a connection has ended, another one is made about so long later. */
const AGAIN_AFTER_MS = 5_000;

/**
 * Listens on a channel of PostgreSQL by a connection of its own, one of the pool's, and calls back whenever something is said
 * there. What is said while it has no connection is lost: whoever listens looks by itself, too.
 */
export function createListening(deps: { orm: MikroORM; channel: string; onTold: () => void }) {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  let running: Promise<void> | null = null;

  async function listen(): Promise<void> {
    const pool = (await deps.orm.em.getConnection().getNativeClient()) as { connect: () => Promise<Connection> };
    const connection = await pool.connect();
    const ended = new Promise<void>((resolve) => {
      connection.on('end', resolve);
      connection.on('error', resolve);
    });
    connection.on('notification', deps.onTold);
    try {
      await connection.query(`listen ${deps.channel}`);
      deps.onTold();
      await Promise.race([ended, stopped]);
    } finally {
      connection.release(true);
    }
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listen().catch(() => undefined);
      await pause(AGAIN_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    start(): void {
      running ??= loop();
    },

    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}
