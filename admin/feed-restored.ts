import type { EntityManager } from '@mikro-orm/postgresql';
import { raiseEpoch } from '../db/queries/feed/epochs.ts';

/** Has the cursors of the feed refused that lie behind a restore, and says from where on. */
export async function noteRestore(em: EntityManager): Promise<string> {
  const { position } = await raiseEpoch(em);
  return `Done: a cursor behind event ${position}, which is the last one that was restored, is answered with the one to go on from.`;
}
