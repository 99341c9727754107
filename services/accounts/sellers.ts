import { endSeller, listSellers, restoreSeller, type Seller } from '../../db/queries/accounts/sellers.ts';
import { causeOf, type Asked } from '../asked.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { ProblemError } from '../problems/problems.ts';
import type { AccountService } from './accounts.ts';

export type SellerService = ReturnType<typeof createSellerService>;

/** A seller as the API answers it; instants are ISO 8601 UTC. */
export type SellerView = Omit<Seller, 'endedAt'> & { endedAt: string | null };

/** Who sold a customer something, and what they may do there: it is the customer's to end, and to restore. */
export function createSellerService({ orm, clock, secretKeys }: Deps, accounts: AccountService) {
  const cursors = createCursors(secretKeys);
  const em = () => orm.em.fork();

  /** Problems: NOT_FOUND where it sold the customer nothing. */
  async function read(customer: string, id: string): Promise<SellerView> {
    const [seller] = await listSellers(em(), customer, { nowMs: clock(), limit: 1, after: null, id });
    if (!seller) throw new ProblemError('NOT_FOUND');
    return present(seller);
  }

  return {
    /** By id. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async list(customer: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
      await accounts.readAccount(customer);
      const list = `sellers/${customer}`;
      const after = cursors.read<string>(list, cursor);
      const rows = await listSellers(em(), customer, { nowMs: clock(), limit: limit + 1, after });
      return toPage(rows, limit, present, ({ id }) => cursors.write(list, id));
    },

    /**
     * Ends a relation: whatever the seller sold, and sells later, it reads its own orders and nothing else of the customer.
     * Ending it again is no error. Problems: NOT_FOUND.
     */
    async end(customer: string, seller: string, asked: Asked): Promise<void> {
      await read(customer, seller);
      await endSeller(em(), { customer, seller }, causeOf(asked, clock()));
    },

    /** Restores a relation; one that goes on is left alone. Problems: NOT_FOUND. */
    async restore(customer: string, seller: string, asked: Asked): Promise<SellerView> {
      await read(customer, seller);
      await restoreSeller(em(), { customer, seller }, causeOf(asked, clock()));
      return read(customer, seller);
    },
  };
}

function present({ endedAt, ...seller }: Seller): SellerView {
  return { ...seller, endedAt: instant(endedAt) };
}
