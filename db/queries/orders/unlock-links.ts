import type { EntityManager } from '@mikro-orm/postgresql';
import { UnlockLinkEntity, type UnlockLinkRow } from '../../entities/unlock-link.ts';
import { inMs, type Read } from '../instants.ts';
import { journaled } from '../publishing/journal.ts';

/** The delivery that a link opens. */
type Opened = { order: string; delivery: string };

/** A link that replaced an older one, of which edition of the delivery, and when. */
export type Replacement = Read<Pick<UnlockLinkRow, 'generation' | 'edition' | 'replacedAt'>>;

/** In SQL, which link of a delivery works, 0 where none was replaced: by what names the order's number and the delivery's id. */
export function newestGenerationOf(order: string, delivery: string): string {
  return `select coalesce(max(l.generation), 0) from unlock_links l where l.order_number = ${order} and l.delivery = ${delivery}`;
}

/** The stream of what became of a delivery's link. */
export function linkStream({ order, delivery }: Opened): string {
  return `unlock-link/${order}/${delivery}`;
}

/** Which link of a delivery works: 0 for the first, and one more whenever it was replaced. */
export async function newestGeneration(em: EntityManager, { order, delivery }: Opened): Promise<number> {
  const [row] = await em.execute<{ generation: number }[]>(`select (${newestGenerationOf('?', '?')}) as generation`, [
    order,
    delivery,
  ]);
  return row!.generation;
}

/** What a request to replace a delivery's link has made; null when it was never carried out. */
export async function findReplacement(
  em: EntityManager,
  { order, delivery }: Opened,
  requestId: string,
): Promise<Replacement | null> {
  const row = await em.findOne(UnlockLinkEntity, { orderNumber: order, delivery, requestId }, { refresh: true });
  return row && { generation: row.generation, edition: row.edition, replacedAt: row.replacedAt.getTime() };
}

/**
 * Replaces the link of a delivery and journals `unlock-link-replaced`, in one statement, once for a request: a repeat gets
 * what the first made. A link is never older than the one it replaces, also where the clocks of processes differ.
 */
export async function replaceLink(
  em: EntityManager,
  { order, delivery }: Opened,
  { requestId, by, at, edition }: { requestId: string; by: string; at: Date; edition: number },
): Promise<Replacement> {
  for (;;) {
    const [made] = await em.execute<Replacement[]>(
      `with made as (
         insert into unlock_links (order_number, delivery, edition, generation, replaced_at, request_id, "by")
         select ?::text, ?::text, ?::int, coalesce(max(generation), 0) + 1, greatest(?::timestamptz, max(replaced_at)), ?::text, ?::text
         from unlock_links where order_number = ? and delivery = ?
         on conflict do nothing returning generation, edition, replaced_at),
       ${journaled(`select ?::text, generation, 'unlock-link-replaced', replaced_at, replaced_at, ?::jsonb from made`)}
       select generation, edition, ${inMs('replaced_at')} as "replacedAt" from made`,
      [
        ...[order, delivery, edition, at, requestId, by, order, delivery],
        ...[linkStream({ order, delivery }), JSON.stringify({ delivery, by })],
      ],
    );
    if (made) return made;
    // Another request made a link at the same moment: this one, or the next is for us to make.
    const repeated = await findReplacement(em, { order, delivery }, requestId);
    if (repeated) return repeated;
  }
}
