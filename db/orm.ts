import { Migrator } from '@mikro-orm/migrations';
import type { Dictionary, DriverException } from '@mikro-orm/core';
import { MikroORM, PostgreSqlDriver } from '@mikro-orm/postgresql';
import { IDLE_IN_TRANSACTION_MS, PATIENT, type Deadlines } from './deadlines.ts';
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

/** As many connections as an api or a worker has at most. */
export const CONNECTIONS = 20;

/**
 * Connects to PostgreSQL; the first query does, not this call. Every request and every activity forks `orm.em`.
 * `connections` bounds the pool; whoever is waited for names `deadlines` of its own.
 */
export function connect(
  databaseUrl: string,
  connections = CONNECTIONS,
  deadlines: Deadlines = PATIENT,
): Promise<MikroORM> {
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
