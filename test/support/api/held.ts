import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { connect } from '../../../db/orm.ts';
import type { TestDatabase } from './database.ts';

/** As much of a connection of the driver as is used here. */
type Connection = { query: (...args: unknown[]) => unknown; release: () => void };
type Pool = { connect: () => Promise<Connection> };

/** Something done with a database by one caller. */
export type Attempt = (em: EntityManager) => Promise<unknown>;

const LOOK_AGAIN_AFTER_MS = 2;
const ENDS_WITHIN_MS = 10_000;

/**
 * Calls `each` for every statement that an attempt makes, from 1, its transaction's beginning and end included. `hold`
 * makes an attempt on a connection of its own, holds it before that statement, lets others do something meanwhile, until
 * they are done or wait for what the attempt has locked, and then lets it go on; it resolves when all have ended.
 */
export async function atEveryStatement(
  database: TestDatabase,
  each: (hold: (attempt: Attempt, meanwhile: Attempt) => Promise<void>, statement: number) => Promise<void>,
): Promise<void> {
  let isReached = true;
  for (let statement = 1; isReached; statement++) {
    isReached = false;
    await each(async (attempt, meanwhile) => {
      isReached = (await hold(database, statement, attempt, meanwhile)) || isReached;
    }, statement);
  }
}

/** Whether the attempt came to the statement before which it is to be held. */
async function hold(database: TestDatabase, statement: number, attempt: Attempt, meanwhile: Attempt): Promise<boolean> {
  const orm = await connect(database.url, 1);
  const gate = Promise.withResolvers<void>();
  const held = Promise.withResolvers<'held'>();
  let made = 0;
  const pool = (await orm.em.getConnection().getNativeClient()) as Pool;
  // The pool has this one connection.
  const connection = await pool.connect();
  const query = connection.query.bind(connection);
  connection.query = async (...args) => {
    made += 1;
    if (made === statement) {
      held.resolve('held');
      await gate.promise;
    }
    return query(...args);
  };
  connection.release();
  try {
    const attempted = attempt(orm.em.fork());
    const first = await Promise.race([held.promise, attempted]);
    const others = meanwhile(database.orm.em.fork());
    await endOrWait(database, others);
    gate.resolve();
    await Promise.all([attempted, others]);
    return first === 'held';
  } finally {
    gate.resolve();
    await orm.close();
  }
}

/** Resolves when others have ended, or a transaction of the database waits for another one. */
async function endOrWait(database: TestDatabase, others: Promise<unknown>): Promise<void> {
  let haveEnded = false;
  const ended = others.finally(() => (haveEnded = true));
  const until = Date.now() + ENDS_WITHIN_MS;
  const em = database.orm.em.fork();
  while (!haveEnded) {
    const waiting = await em.execute<unknown[]>(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
    if (Date.now() > until) throw new Error('Others neither ended nor waited for a lock of the attempt that is held');
    await Promise.race([ended, wait(LOOK_AGAIN_AFTER_MS)]);
  }
}
