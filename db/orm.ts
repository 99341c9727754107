import { Migrator } from '@mikro-orm/migrations';
import type { Dictionary, DriverException } from '@mikro-orm/core';
import { MikroORM, PostgreSqlDriver } from '@mikro-orm/postgresql';
import { ENTITIES } from './entities/index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { giveBackWhatEnds } from './pool.ts';

/** Leaves the rows out of what PostgreSQL says about a failure: names and addresses of people would stand in logs and in Temporal. */
class DiscreetDriver extends PostgreSqlDriver {
  override convertException(exception: Error & Dictionary): DriverException {
    delete exception.detail;
    return super.convertException(exception);
  }
}

/**
 * A process that is frozen, or gone without a word, in the middle of a transaction holds rows that others wait for: so long,
 * and not until the network notices.
 */
const IDLE_WITHIN_MS = 15_000;

/**
 * Connects to PostgreSQL; the first query does, not this call. Every request and every activity forks `orm.em`.
 * `connections` bounds the pool.
 */
export function connect(databaseUrl: string, connections = 20): Promise<MikroORM> {
  return MikroORM.init({
    driver: DiscreetDriver,
    clientUrl: databaseUrl,
    entities: ENTITIES,
    extensions: [Migrator],
    migrations: { migrationsList: MIGRATIONS, snapshot: false },
    pool: { min: 0, max: connections },
    driverOptions: { onPoolCreated: giveBackWhatEnds, idle_in_transaction_session_timeout: IDLE_WITHIN_MS },
    timezone: 'UTC',
  });
}
