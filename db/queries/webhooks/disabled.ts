import type { EntityManager } from '@mikro-orm/postgresql';
import type { MailRow } from '../../entities/mail.ts';
import { findMail, storeMail, type RenderedMail } from '../mails/mails.ts';
import type { DisabledFor } from '../../../domain/webhook/judge.ts';

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
 * Stores, once for each time that a webhook was disabled, what its account's administrators are told, as `render` says it:
 * who they are is decided once. Answers the e-mails of this time that are still to be sent, none where it is enabled again.
 */
export async function disabledMails(
  em: EntityManager,
  id: string,
  {
    idOf,
    render,
  }: {
    /** The id of the e-mail to one of them, counted from 1. */
    idOf: (times: number, recipient: number) => string;
    render: (webhook: DisabledWebhook) => Promise<Omit<RenderedMail, 'id' | 'recipient'>>;
  },
): Promise<MailRow[]> {
  return em.transactional(async (tx) => {
    const [found] = await tx.execute<(DisabledWebhook & { isTold: boolean })[]>(
      `select w.url, w.disabled_for as because, w.disablings as times, a.locale, w.told >= w.disablings as "isTold", (
         select coalesce(jsonb_agg(p.email order by p.id), '[]')
         from memberships m join people p on p.id = m.person_id
         where m.account_id = a.id and m.role = 'administrator' and m.confirmed_at is not null) as administrators
       from webhooks w join accounts a on a.id = w.account_id
       where w.id = ? and w.state = 'disabled' and w.disabled_for <> 'asked' for update of w`,
      [id],
    );
    if (!found) return [];
    const { isTold, ...webhook } = found;
    if (!isTold) {
      const rendered = await render(webhook);
      for (const [index, recipient] of webhook.administrators.entries())
        await storeMail(tx, { ...rendered, id: idOf(webhook.times, index + 1), recipient });
      await tx.execute('update webhooks set told = disablings where id = ?', [id]);
    }
    const stored: MailRow[] = [];
    for (;;) {
      const mail = await findMail(tx, idOf(webhook.times, stored.length + 1));
      if (!mail) return stored.filter(({ state }) => state === 'due');
      stored.push(mail);
    }
  });
}
