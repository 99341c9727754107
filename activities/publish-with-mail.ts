import { contentOfNew } from '../db/queries/mails/mails.ts';
import { publishDelivery } from '../db/queries/publishing/publish-delivery.ts';
import { sendBegun } from '../mail/send-once.ts';
import type { DeliveryPublication, MailOutcome } from '../temporal/contract.ts';
import { atSending, renderedMail, tagsOf, type SendMailDeps } from './send-mail.ts';

/** Publishes what was delivered with its e-mail, and answers what sends that; null where nothing was published. */
export type PublishWithMail = (publication: DeliveryPublication) => Promise<(() => Promise<MailOutcome>) | null>;

/**
 * Makes what publishes an order together with its e-mail, whose first attempt has begun with that. What is published
 * already, or whose e-mail cannot be made, is left to be published and mailed each by itself: an e-mail keeps nothing from
 * being published.
 */
export function createPublishWithMail(deps: SendMailDeps): PublishWithMail {
  return async ({ order, events, mail: start }) => {
    const em = deps.orm.em.fork();
    const content = await contentOfNew(em, order, start.delivery);
    if (!content || content.edition !== (start.edition ?? 1)) return null;
    const mail = await renderedMail(em, deps, start, content).catch(() => null);
    if (!mail) return null;
    const attempt = await publishDelivery(em, order, events, mail, new Date(deps.clock()));
    return attempt && (() => sendBegun(em, deps, { mail, attempt }, tagsOf(start), atSending(deps, start)));
  };
}
