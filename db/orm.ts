import { setTimeout as wait } from 'node:timers/promises';
import { Migrator } from '@mikro-orm/migrations';
import type { Dictionary, DriverException } from '@mikro-orm/core';
import { MikroORM, PostgreSqlDriver } from '@mikro-orm/postgresql';
import { deadlinesOf, IDLE_IN_TRANSACTION_MS, PATIENT, type Deadlines } from './deadlines.ts';
import { ENTITIES } from './entities/index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { keepPoolWhole } from './pool.ts';

/** Leaves the rows out of what PostgreSQL says about a failure: names and addresses of people would stand in logs and in Temporal. */
class DiscreetDriver extends PostgreSqlDriver {
  override convertException(exception: Error & Dictionary): DriverException {
    delete exception.detail;
    return super.convertException(exception);
  }
}

/**
 * Connects to PostgreSQL; the first query does, not this call. Every request and every activity forks `orm.em`.
 * `connections` bounds the pool; whoever is waited for names `deadlines` of its own.
 */
export function connect(databaseUrl: string, connections = 20, deadlines: Deadlines = PATIENT): Promise<MikroORM> {
  return MikroORM.init({
    driver: DiscreetDriver,
    clientUrl: databaseUrl,
    entities: ENTITIES,
    extensions: [Migrator],
    // Each in a transaction of its own, so that what one locks is free again before the next: the release of before goes on.
    migrations: { migrationsList: MIGRATIONS, snapshot: false, allOrNothing: false },
    pool: { min: 0, max: connections },
    driverOptions: { onPoolCreated: keepPoolWhole, ...ofDriver(deadlines) },
    timezone: 'UTC',
  });
}

/** The same for an api or a worker, by its settings. */
export function connectToServe(config: { databaseUrl: string; statementSeconds: number }): Promise<MikroORM> {
  return connect(config.databaseUrl, undefined, deadlinesOf(config.statementSeconds));
}

/** As much of the driver's pool as is looked at here. */
type Pool = { totalCount: number; idleCount: number; waitingCount: number };

const IDLE_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 5;

/**
 * Closes the connections once nobody uses any, or after 5 s. Whoever asks for several things at once and fails by the first
 * leaves the others under way; closed beneath them the pool would wait for them for ever.
 */
export async function disconnect(orm: MikroORM): Promise<void> {
  const pool = (await orm.em
    .getConnection()
    .getNativeClient()
    .catch(() => null)) as Pool | null;
  const isUsed = () => pool !== null && (pool.waitingCount > 0 || pool.idleCount < pool.totalCount);
  for (let waited = 0; isUsed() && waited < IDLE_WITHIN_MS; waited += LOOK_EVERY_MS) await wait(LOOK_EVERY_MS);
  await orm.close();
}

/** The same deadlines as the driver names them. */
function ofDriver({ connectionMs, lockMs, statementMs, silenceMs }: Deadlines) {
  return {
    connectionTimeoutMillis: connectionMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    ...(statementMs !== null && { statement_timeout: statementMs }),
    ...(silenceMs !== null && { query_timeout: silenceMs }),
    // What PostgreSQL compiles of a statement, by estimates, takes longer than the largest of them run.
    options: '-c jit=off',
    keepAlive: true,
  };
}
