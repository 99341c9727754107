import type { MikroORM } from '@mikro-orm/postgresql';
import { feedBehind } from '../../db/queries/numbers/feed.ts';
import { mailsOpen } from '../../db/queries/numbers/mails.ts';
import { ordersByStage } from '../../db/queries/numbers/orders.ts';
import { unaccountedUnits } from '../../db/queries/numbers/units.ts';
import { countUnstarted } from '../../db/queries/orders/unstarted.ts';
import { isUnrepaired } from '../../db/queries/repair/restored.ts';
import { webhooksOpen } from '../../db/queries/numbers/webhooks.ts';
import { createKept } from './kept.ts';

/** What an index tells is read again after this, what a table is read for after that. */
const SOON_MS = 10_000;
const SELDOM_MS = 60_000;

/**
 * Makes what tells how the service stands as a whole: counts, units and milliseconds, of nobody in particular. They are the
 * same in every process, and cost next to nothing however often they are asked for.
 */
export function createNumbers(deps: {
  orm: MikroORM;
  /** Now, in epoch milliseconds. */
  clock: () => number;
  warn: (error: unknown) => void;
}) {
  const em = () => deps.orm.em.fork();
  const now = () => new Date(deps.clock());
  const kept = { clock: deps.clock, warn: deps.warn };

  return {
    soon: createKept({
      ...{ ...kept, forMs: SOON_MS },
      async read() {
        const [unstarted, mails, webhooks, feed, unrepaired] = await Promise.all([
          countUnstarted(em(), deps.clock()),
          mailsOpen(em(), now()),
          webhooksOpen(em(), now()),
          feedBehind(em(), now()),
          isUnrepaired(em()),
        ]);
        return { unstarted, mails, webhooks, feed, isUnrepaired: unrepaired };
      },
    }),

    seldom: createKept({
      ...{ ...kept, forMs: SELDOM_MS },
      // One after the other, so that they take one connection.
      read: async () => ({
        orders: await ordersByStage(em()),
        unaccountedUnits: await unaccountedUnits(em(), now()),
      }),
    }),
  };
}
