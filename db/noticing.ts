import type { MikroORM } from '@mikro-orm/postgresql';
import { noticeRestore } from './queries/repair/restored.ts';

/**
 * Notices that the database was restored, for a process that begins: before it answers or does anything. A database that does
 * not answer yet keeps nobody from beginning, as what must not be done in a restored one asks again.
 */
export async function noticeAtStart(
  { em }: MikroORM,
  log: { warn: (about: object, message: string) => void },
): Promise<void> {
  try {
    if (await noticeRestore(em.fork())) log.warn({}, 'the database was restored from a backup: repair it');
  } catch (err) {
    log.warn({ err }, 'whether the database was restored is not known yet');
  }
}
