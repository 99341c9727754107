import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrderFact } from '../../../domain/order/commands.ts';
import type { By } from '../../../domain/people/permissions.ts';

/** Which fact of an order: a reference is used once among those of a kind. */
export type FactName = { order: string; kind: OrderFact['type']; reference: string };

/** The content of a fact as it is kept; `at` is when it came in, in epoch milliseconds. */
export type FactContent = FactName & {
  contentHash: string;
  content: unknown;
  by: By;
  at: number;
  /** The line whose note it takes over. */
  keepsNoteOf?: string | undefined;
};

/** In SQL, what a statement takes over from a line, by the number of its order and its id: the note of what is meant with it, and as of which place in the order's stream. */
const TAKEN_OVER = `(select jsonb_build_object('note', f.content->'note', 'asOf', o.seq) from orders o
    join lines l on l.order_number = o.number left join order_facts f
      on f.order_number = l.order_number and f.kind = 'state-intent' and f.reference = l.intent->>'reference'
  where o.number = ? and l.id = ?)`;

/**
 * Keeps what was posted of a fact, unless something is kept under its reference, and answers the hash of what is kept now:
 * another one than was given stands for other content. A note that is taken over is read by the statement that keeps it; one
 * that is stated after that, and heard before this, takes its place when the order's journal says so (0046-known-and-owed). To
 * be kept before the order is told.
 */
export async function keepFact(em: EntityManager, fact: FactContent): Promise<string> {
  const { order, kind, reference, contentHash, content, by, at, keepsNoteOf = null } = fact;
  await em.execute(
    `insert into order_facts (order_number, kind, reference, content_hash, content, "by", stored_at)
     values (?, ?, ?, ?, ?::jsonb || coalesce(${TAKEN_OVER}, '{}'), ?, ?) on conflict do nothing`,
    [order, kind, reference, contentHash, JSON.stringify(content), order, keepsNoteOf, by, new Date(at)],
  );
  // By a statement of its own: only one that begins now sees what another has kept a moment ago.
  return (await readFactHash(em, fact))!;
}

/** The hash of what is kept under a reference; null where nothing is. */
export async function readFactHash(em: EntityManager, { order, kind, reference }: FactName): Promise<string | null> {
  const [kept] = await em.execute<{ hash: string }[]>(
    'select content_hash as hash from order_facts where order_number = ? and kind = ? and reference = ?',
    [order, kind, reference],
  );
  return kept?.hash ?? null;
}

/** What is kept of a kind of facts of some orders, by all of their references or by those named. */
export async function readFactContents(
  em: EntityManager,
  orders: readonly string[],
  kind: FactName['kind'],
  references?: readonly string[],
): Promise<(Omit<FactName, 'kind'> & { content: unknown })[]> {
  if (orders.length === 0 || references?.length === 0) return [];
  const marks = (values: readonly unknown[]) => values.map(() => '?').join();
  return em.execute(
    `select order_number as "order", reference, content from order_facts
     where order_number in (${marks(orders)}) and kind = ? ${references ? `and reference in (${marks(references)})` : ''}`,
    [...orders, kind, ...(references ?? [])],
  );
}
