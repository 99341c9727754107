import type { EntityManager } from '@mikro-orm/postgresql';
import type { Said } from '../../../domain/order/facts.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';

/** An event of an order's journal that answers a fact: what it did, or why the rules refused it. */
export type ToldFact = {
  seq: number;
  type: string;
  contentHash: string | null;
  code: RefusalCode | null;
  /** What of the order it said anew; null where that is nothing. */
  says: Said[] | null;
};

/** What an order's journal says of some types of events, the newest first; of one reference, where one is given. */
export function readFacts(
  em: EntityManager,
  number: string,
  types: string[],
  reference: string | undefined,
): Promise<ToldFact[]> {
  return em.execute<ToldFact[]>(
    `select seq, type, data->>'contentHash' as "contentHash", data->>'code' as code, data->'says' as says
     from journal
     where stream = ? and type in (${types.map(() => '?').join()})
       ${reference === undefined ? '' : `and data->>'reference' = ?`}
     order by seq desc`,
    [`order/${number}`, ...types, ...(reference === undefined ? [] : [reference])],
  );
}
