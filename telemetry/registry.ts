import type { MikroORM } from '@mikro-orm/postgresql';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** What a pool of `pg` says of itself. */
type Pool = { totalCount: number; idleCount: number; waitingCount: number };

/** Numbers of a process for Prometheus, with what every process has: Node's own, and its connections to the database. */
export function createRegistry(orm: MikroORM): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'database_connections',
    help: 'Connections of this process to PostgreSQL that are used and idle, and how many wait for one',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      const pool = (await orm.em.getDriver().getConnection().getNativeClient()) as Pool;
      const { totalCount, idleCount, waitingCount } = pool;
      this.set({ state: 'used' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
  return registry;
}
