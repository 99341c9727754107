import { mailHistory, type HistoricalMail, type MailPlace, type MailsOf } from '../../db/queries/mails/history.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import type { AccountService } from '../accounts/accounts.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';

type Page = { limit: number; cursor?: string | undefined };

/** An e-mail as the API answers it; instants are ISO 8601 UTC. */
export type MailView = ReturnType<typeof present>;

/** Which e-mails went to whom, and what became of them. Callers have been asked whether they may know. */
export function createMailHistory({ orm, secretKeys }: Deps, accounts: AccountService) {
  const cursors = createCursors(secretKeys);

  async function list(of: MailsOf, name: string, { limit, cursor }: Page) {
    const before = cursors.read<MailPlace>(name, cursor);
    const rows = await mailHistory(orm.em.fork(), of, { limit: limit + 1, before });
    return toPage(rows, limit, present, ({ place, id }) => cursors.write(name, { place, id }));
  }

  return {
    /**
     * Those of an order, the last made first: to the vendor all, to who sells it those that told it, and not who sold it before.
     * Problems: INVALID_REQUEST for a forged cursor.
     */
    ofOrder: ({ account }: Caller, order: string, page: Page) =>
      list({ order, told: account.kind === 'vendor' ? null : account.id }, `mails/order/${order}`, page),

    /** Those to an account. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async ofAccount(account: string, page: Page) {
      await accounts.readAccount(account);
      return list({ account }, `mails/account/${account}`, page);
    },
  };
}

export type MailHistory = ReturnType<typeof createMailHistory>;

function present({ id, orderNumber, madeAt, sentAt, reportedAt, place: _, ...mail }: HistoricalMail) {
  return {
    ...{ id, kind: orderNumber === null ? ('digest' as const) : ('delivery' as const), order: orderNumber, ...mail },
    ...{ madeAt: instant(madeAt), sentAt: instant(sentAt), reportedAt: instant(reportedAt) },
  };
}
