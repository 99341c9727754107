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
    migrations: { migrationsList: MIGRATIONS, snapshot: false },
    pool: { min: 0, max: connections },
    driverOptions: { onPoolCreated: keepPoolWhole, ...ofDriver(deadlines) },
    timezone: 'UTC',
  });
}

/** The same for an api or a worker, by its settings. */
export function connectToServe(config: { databaseUrl: string; statementSeconds: number }): Promise<MikroORM> {
  return connect(config.databaseUrl, undefined, deadlinesOf(config.statementSeconds));
}

/** The same deadlines as the driver names them. */
function ofDriver({ connectionMs, lockMs, statementMs, silenceMs }: Deadlines) {
  return {
    connectionTimeoutMillis: connectionMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    ...(statementMs !== null && { statement_timeout: statementMs }),
    ...(silenceMs !== null && { query_timeout: silenceMs }),
    keepAlive: true,
  };
}
