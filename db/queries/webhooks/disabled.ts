import type { EntityManager } from '@mikro-orm/postgresql';
import { IS_ADMINISTRATOR } from '../accounts/administrators.ts';
import type { MailRow } from '../../entities/telling/mail.ts';
import { findMail, storeMail, type RenderedMail } from '../mails/mails.ts';
import type { DisabledFor } from '../../../domain/webhook/judge.ts';

/** People are told of one webhook at most so often: its endpoint, and who enables it, decide how often it is disabled. */
const TOLD_EVERY_MS = 86_400_000;

/** A webhook that was disabled by what its endpoint did, for so many times, and who is to be told. */
export type DisabledWebhook = {
  url: string;
  because: Exclude<DisabledFor, 'asked'>;
  times: number;
  locale: string;
  /** Their addresses. */
  administrators: string[];
};

/**
 * Stores, once for each time that a webhook was disabled, what its account's administrators are told, as `render` says it; one
 * that is enabled and disabled again within a day is told of once. Answers the e-mails of this time that are still to be sent
 * to who is an administrator now, none where it is enabled again.
 */
export async function disabledMails(
  em: EntityManager,
  id: string,
  {
    at,
    idOf,
    render,
  }: {
    at: Date;
    /** The id of the e-mail to one of them, counted from 1. */
    idOf: (times: number, recipient: number) => string;
    render: (webhook: DisabledWebhook) => Promise<Omit<RenderedMail, 'id' | 'recipient'>>;
  },
): Promise<MailRow[]> {
  return em.transactional(async (tx) => {
    const [found] = await tx.execute<(DisabledWebhook & { isTold: boolean; wasTold: boolean })[]>(
      `select coalesce(w.told_at > ?, false) as "wasTold", w.url, w.disabled_for as because, w.disablings as times, a.locale, w.told >= w.disablings as "isTold", (
         select coalesce(jsonb_agg(p.email order by p.id), '[]')
         from memberships m join people p on p.id = m.person_id
         where m.account_id = a.id and ${IS_ADMINISTRATOR}) as administrators
       from webhooks w join accounts a on a.id = w.account_id
       where w.id = ? and w.state = 'disabled' and w.disabled_for <> 'asked' for update of w`,
      [new Date(at.getTime() - TOLD_EVERY_MS), id],
    );
    if (!found) return [];
    const { isTold, wasTold, ...webhook } = found;
    if (!isTold && wasTold) await tx.execute('update webhooks set told = disablings where id = ?', [id]);
    if (!isTold && !wasTold) {
      const rendered = await render(webhook);
      for (const [index, recipient] of webhook.administrators.entries())
        await storeMail(tx, { ...rendered, id: idOf(webhook.times, index + 1), recipient });
      await tx.execute('update webhooks set told = disablings, told_at = ? where id = ?', [at, id]);
    }
    const stored: MailRow[] = [];
    for (;;) {
      const mail = await findMail(tx, idOf(webhook.times, stored.length + 1));
      if (!mail)
        return stored.filter(({ state, recipient }) => state === 'due' && webhook.administrators.includes(recipient));
      stored.push(mail);
    }
  });
}
