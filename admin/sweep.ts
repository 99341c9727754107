import type { EntityManager } from '@mikro-orm/postgresql';
import { sweep } from '../db/queries/retention/sweep.ts';

/** Deletes at once what the daily sweeping would, and says how much of each kind. */
export async function sweepNow(em: EntityManager): Promise<string> {
  const swept = await sweep(em, new Date());
  return swept.map(({ kind, rows }) => `${kind} ${rows}`).join('\n');
}
