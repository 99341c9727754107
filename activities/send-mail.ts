import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { addressOf, findMail, mailContent, storeMail, type RenderedMail } from '../db/queries/mails/mails.ts';
import { isDirect, sellerOf } from '../domain/order/seller.ts';
import { nameIn, unitIn, type Catalogue } from '../domain/catalogue.ts';
import { renderOrderMail } from '../emails/order-delivered.tsx';
import { unlockCapability } from '../secrets/unlock-link.ts';
import type { NamedKey } from '../secrets/named-keys.ts';
import { mailWorkflowId, type Activities, type MailStart } from '../temporal/contract.ts';
import { sendOnce, type SendOnceDeps } from '../mail/send-once.ts';

export type SendMailDeps = SendOnceDeps & {
  catalogue: Catalogue;
  orm: MikroORM;
  secretKeys: readonly NamedKey[];
  /** The address of the portal, without a slash at its end. */
  publicUrl: string;
};

/** Stands where the unlock link goes, so that no usable link lies in the database. */
export const UNLOCK_LINK = '{{unlock-link}}';

/**
 * Makes the activity that sends the one e-mail of a delivery, or a copy that a person asked for: rendered and stored once,
 * sent once in effect. It fails, to be tried again, while that is safe; what is not is answered.
 */
export function createSendMail(deps: SendMailDeps): Activities['sendMail'] {
  return async (start) => {
    const em = deps.orm.em.fork();
    const { order, delivery, copy = 1 } = start;
    const id = mailWorkflowId(order, delivery, copy);
    const mail = (await findMail(em, id)) ?? (await storeMail(em, await renderMail(em, deps, start)));
    const linkOf = (generation: number) =>
      `${deps.publicUrl}/unlock/${unlockCapability(deps.secretKeys, { order, delivery, generation })}`;
    const tags = { order, delivery, ...(copy > 1 && { copy: String(copy) }) };
    return sendOnce(em, deps, mail, tags, (text, generation) => text.replaceAll(UNLOCK_LINK, linkOf(generation)));
  };
}

async function renderMail(em: EntityManager, deps: SendMailDeps, start: MailStart): Promise<RenderedMail> {
  const { order: orderNumber, delivery, copy = 1 } = start;
  const content = await mailContent(em, orderNumber, delivery);
  if (!content) throw new Error(`Delivery ${delivery} of order ${orderNumber} is not in the projection yet`);
  const { customer, reseller, purchaseOrder = null } = content.order;
  const recipient = sellerOf(content.order);
  const rendered = await renderOrderMail({
    ...{ orderNumber, purchaseOrder },
    customerName: customer.name,
    seller: isDirect(content.order) ? null : { kind: reseller ? 'reseller' : 'distributor', name: recipient.name },
    lines: content.lines.map((line) => ({
      ...line,
      applicationName: nameIn(deps.catalogue, line.application),
      unit: unitIn(deps.catalogue, line.application),
      endsOn: line.endsOn ?? null,
      care: line.care ?? null,
    })),
    unlockUrl: UNLOCK_LINK,
    portalUrl: deps.publicUrl,
    locale: recipient.locale,
  });
  // The order's own address for its one e-mail; a copy goes where the account can be reached now, as the first may have bounced.
  const address = copy === 1 ? recipient.email : ((await addressOf(em, recipient.id)) ?? recipient.email);
  return {
    id: mailWorkflowId(orderNumber, delivery, copy),
    orderNumber,
    delivery,
    copy,
    ...rendered,
    recipient: address,
  };
}
