import { SWEEPING } from './deadlines.ts';
import { connect, disconnect } from './orm.ts';
import { sweep, type Swept } from './queries/retention/sweep.ts';

/**
 * Sweeps what has been kept for its period at an instant, on a connection of its own: nobody waits for that, while whoever
 * answers callers may not take so long for a statement.
 */
export async function sweepPatiently(databaseUrl: string, now: Date): Promise<Swept> {
  const orm = await connect(databaseUrl, 1, SWEEPING);
  try {
    return await sweep(orm.em.fork(), now);
  } finally {
    await disconnect(orm);
  }
}
