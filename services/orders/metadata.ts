import { readFactContents } from '../../db/queries/orders/fact-contents.ts';
import type { Metadata } from '../../domain/order/arriving/accept.ts';
import { maySeeMetadata, type Caller } from '../../domain/people/permissions.ts';
import type { Deps } from '../deps.ts';

/** What expansions brought beside their lines, for those who may read it: of one of an order, by its reference. */
export type ExpansionMetadata = (order: string, reference: string) => Metadata;

/** Reads what expansions of some orders brought; null for a caller who reads no metadata. One query, for however many orders. */
export function createReadMetadata({ orm }: Pick<Deps, 'orm'>) {
  return async function readMetadata(caller: Caller, orders: readonly string[]): Promise<ExpansionMetadata | null> {
    if (!maySeeMetadata(caller)) return null;
    const facts = await readFactContents(orm.em.fork(), orders, 'expand');
    const byOrder = Map.groupBy(facts, ({ order }) => order);
    return (order, reference) => {
      const fact = byOrder.get(order)?.find((kept) => kept.reference === reference);
      return (fact?.content as { metadata?: Metadata } | undefined)?.metadata ?? {};
    };
  };
}
