import type { MikroORM } from '@mikro-orm/postgresql';
import { tellStarters } from '../../../db/queries/orders/unstarted.ts';

/** So often they are told at most: while there is much to start they look by themselves. */
const EVERY_MS = 20;

/**
 * Makes what wakes those who start what is kept, at once, and once more for what comes within the next moment. Nobody waits
 * for it, and nothing depends on it: they look by themselves before long.
 */
export function createWakeStarters(orm: MikroORM): () => void {
  let later: NodeJS.Timeout | undefined;
  let isWanted = false;

  function tell(): void {
    isWanted = false;
    later = setTimeout(() => {
      later = undefined;
      if (isWanted) tell();
    }, EVERY_MS).unref();
    void tellStarters(orm.em.fork()).catch(() => undefined);
  }

  return () => {
    isWanted = true;
    if (later === undefined) tell();
  };
}
