import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Waits until every other transaction that took a turn for the same thing has ended, and keeps it until this one does. For
 * what is decided by rows of which none is there to be locked; the statement that looks has to be a later one, as it sees
 * what was committed when it began.
 */
export async function takeTurn(tx: EntityManager, what: string): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [what]);
}
