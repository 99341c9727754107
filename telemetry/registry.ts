import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** What a pool of `pg` says of itself. */
type Pool = { totalCount: number; idleCount: number; waitingCount: number };

/**
 * Numbers of a process for Prometheus, with what every process has: Node's own, its connections to the database, and whether
 * what it needs is there.
 */
export function createRegistry(
  orm: MikroORM,
  readiness: () => Promise<{ checks: Record<string, { ready: boolean }> }>,
): Registry {
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
  new Gauge({
    name: 'licensing_ready',
    help: 'What /readyz says: 1 where it is well',
    labelNames: ['check'] as const,
    registers: [registry],
    async collect() {
      // What this asks is not to be counted among the connections.
      await nextTurn();
      const { checks } = await readiness();
      for (const [check, { ready }] of Object.entries(checks)) this.set({ check }, Number(ready));
    },
  });
  return registry;
}
