import type { EntityManager } from '@mikro-orm/postgresql';
import { UnlockLinkEntity, type UnlockLinkRow } from '../../entities/orders/unlock-link.ts';
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

/** A delivery whose link a request replaces, and which edition of it the link opens. */
export type LinkAsked = Opened & { edition: number; requestId: string };

/** Who asks for links to be replaced, and when. */
type Asking = { by: string; at: Date };

/**
 * Replaces the link of a delivery and journals `unlock-link-replaced`, in one statement, once for a request: a repeat gets
 * what the first made. A link is never older than the one it replaces, also where the clocks of processes differ.
 */
export async function replaceLink(
  em: EntityManager,
  opened: Opened,
  { requestId, edition, by, at }: Omit<LinkAsked, keyof Opened> & Asking,
): Promise<Replacement> {
  for (;;) {
    const [made] = await makeLinks(em, [{ ...opened, requestId, edition }], { by, at });
    if (made) return made;
    // Another request made a link at the same moment: this one, or the next is for us to make.
    const repeated = await findReplacement(em, opened, requestId);
    if (repeated) return repeated;
  }
}

/** The same of many deliveries at once: where the process dies, all of their links are replaced or none. */
export async function replaceLinks(em: EntityManager, links: readonly LinkAsked[], asking: Asking): Promise<void> {
  if (links.length === 0) return;
  const made = new Set((await makeLinks(em, links, asking)).map(linkStream));
  for (const link of links) if (!made.has(linkStream(link))) await replaceLink(em, link, { ...link, ...asking });
}

/** Makes the next link of each, in one statement; answers those that this made, not those that stood or came at the same moment. */
function makeLinks(
  em: EntityManager,
  links: readonly LinkAsked[],
  { by, at }: Asking,
): Promise<(Opened & Replacement)[]> {
  return em.execute(
    `with asked as (
       select * from jsonb_to_recordset(?::jsonb) as asked("order" text, delivery text, edition int, "requestId" text)),
     made as (
       insert into unlock_links (order_number, delivery, edition, generation, replaced_at, request_id, "by")
       select asked.order, asked.delivery, asked.edition, (${newestGenerationOf('asked.order', 'asked.delivery')}) + 1,
         greatest(?::timestamptz, (select max(l.replaced_at) from unlock_links l
           where l.order_number = asked.order and l.delivery = asked.delivery)), asked."requestId", ?::text
       from asked order by asked.order, asked.delivery
       on conflict do nothing returning order_number, delivery, generation, edition, replaced_at),
     ${journaled(
       `select 'unlock-link/' || order_number || '/' || delivery, generation, 'unlock-link-replaced', replaced_at, replaced_at,
         jsonb_build_object('delivery', delivery, 'by', ?::text) from made`,
     )}
     select order_number as order, delivery, generation, edition, ${inMs('replaced_at')} as "replacedAt" from made`,
    [JSON.stringify(links), at, by, by],
  );
}
