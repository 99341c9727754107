import type { EntityManager } from '@mikro-orm/postgresql';
import type { By } from '../../../domain/people/permissions.ts';
import type { TodoKind } from '../../../domain/todo.ts';
import { appendAccountEvent, type Cause } from '../accounts/events.ts';

/** What of an item the journal says: what it is, and of what. */
export type AboutItem = { item: string; kind: TodoKind; order?: string; server?: string };

/** Keeps that an account knows of something, and journals it; the note stays beside it. Once more changes nothing. */
export async function acknowledge(
  em: EntityManager,
  account: string,
  { note, ...about }: AboutItem & { note: string | null },
  { by, ...cause }: Cause & { by: By },
): Promise<void> {
  await em.transactional(async (tx) => {
    const kept = await tx.execute<unknown[]>(
      `insert into acknowledgements (account_id, item, kind, about, note, by, at) values (?, ?, ?, ?, ?, ?, ?)
       on conflict do nothing returning 1`,
      [account, about.item, about.kind, about.order ?? about.server ?? null, note, by, cause.at],
    );
    if (kept.length > 0) await appendAccountEvent(tx, account, cause, { type: 'acknowledged', ...about, by });
  });
}

/** Takes it back, and journals that; what was not acknowledged is left alone. */
export async function takeBackAcknowledgement(
  em: EntityManager,
  account: string,
  item: string,
  { by, ...cause }: Cause & { by: By },
): Promise<void> {
  await em.transactional(async (tx) => {
    const [taken] = await tx.execute<{ kind: TodoKind }[]>(
      'delete from acknowledgements where account_id = ? and item = ? returning kind',
      [account, item],
    );
    if (!taken) return;
    await appendAccountEvent(tx, account, cause, { type: 'acknowledgement-withdrawn', item, kind: taken.kind, by });
  });
}
