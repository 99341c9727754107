import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { ENTITIES } from './entities/index.ts';
import { MIGRATIONS } from './migrations/index.ts';

/**
 * Connects to PostgreSQL; the first query does, not this call. Every request and every activity forks `orm.em`.
 * `connections` bounds the pool.
 */
export function connect(databaseUrl: string, connections = 20): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: databaseUrl,
    entities: ENTITIES,
    extensions: [Migrator],
    migrations: { migrationsList: MIGRATIONS, snapshot: false },
    pool: { min: 0, max: connections },
    timezone: 'UTC',
  });
}
