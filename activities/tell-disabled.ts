import type { MikroORM } from '@mikro-orm/postgresql';
import { readBrand } from '../db/queries/brand/brand.ts';
import { disabledMails } from '../db/queries/webhooks/disabled.ts';
import { mailBrand } from '../emails/brand.tsx';
import { renderWebhookDisabledMail } from '../emails/webhook-disabled.tsx';
import { sendOnce, type SendOnceDeps } from '../mail/send-once.ts';
import { disabledMailId, type Activities } from '../temporal/contract.ts';

export type TellDisabledDeps = SendOnceDeps & { orm: MikroORM; publicUrl: string };

/**
 * Makes the activity that tells each administrator of an account once that a webhook was disabled. One whose e-mail cannot be
 * sent yet keeps it from nobody else; it fails then, to be tried again.
 */
export function createTellDisabled(deps: TellDisabledDeps): Activities['tellDisabled'] {
  return async ({ webhook }) => {
    const em = deps.orm.em.fork();
    const brand = mailBrand((await readBrand(em)).sender, deps.publicUrl);
    const mails = await disabledMails(em, webhook, {
      at: new Date(deps.clock()),
      idOf: (times, recipient) => disabledMailId(webhook, times, recipient),
      render: ({ url, because, locale }) =>
        renderWebhookDisabledMail({
          webhook,
          host: new URL(url).host,
          because,
          url: `${deps.publicUrl}/sign-in`,
          locale,
          brand,
        }),
    });
    const sent = await Promise.allSettled(mails.map((mail) => sendOnce(em.fork(), deps, mail, { webhook })));
    for (const outcome of sent) if (outcome.status === 'rejected') throw outcome.reason;
  };
}
