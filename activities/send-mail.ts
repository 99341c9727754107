import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { MailRow } from '../db/entities/telling/mail.ts';
import { readBrand } from '../db/queries/brand/brand.ts';
import {
  addresseeOf,
  findMail,
  mailContent,
  storeMail,
  type MailContent,
  type RenderedMail,
} from '../db/queries/mails/mails.ts';
import { isDirect, sellerOf } from '../domain/order/arriving/seller.ts';
import { dayAt } from '../domain/days.ts';
import { catalogueIn, nameIn, unitIn, type Catalogue } from '../domain/catalogue/catalogue.ts';
import { mailBrand, type MailBrand } from '../emails/brand.tsx';
import { VENDOR } from '../domain/people/permissions.ts';
import { renderEmergencyMail } from '../emails/emergency.tsx';
import { renderOrderMail } from '../emails/order-delivered.tsx';
import { unlockCapability } from '../secrets/unlock-link.ts';
import type { NamedKey } from '../secrets/named-keys.ts';
import { mailWorkflowId, type Activities, type MailStart } from '../temporal/contract.ts';
import { sendOnce, type AtSending, type SendOnceDeps } from '../mail/send-once.ts';

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
 * Makes the activity that sends the one e-mail of an edition of a delivery, or a copy that a person asked for: rendered and
 * stored once, sent once in effect. It fails, to be tried again, while that is safe; what is not is answered.
 */
export function createSendMail(deps: SendMailDeps): Activities['sendMail'] {
  return async (start) => {
    const em = deps.orm.em.fork();
    const { order, delivery, copy = 1, edition = 1 } = start;
    const mail =
      (await findMail(em, mailWorkflowId(order, delivery, copy, edition))) ?? (await makeMail(em, deps, start));
    return mail ? sendOnce(em, deps, mail, tagsOf(start), atSending(deps, start)) : 'superseded';
  };
}

/** How the e-mail of a delivery is known at Resend. */
export function tagsOf({ order, delivery, copy = 1, edition = 1 }: MailStart): Record<string, string> {
  return {
    ...{ order, delivery },
    ...(edition > 1 && { edition: String(edition) }),
    ...(copy > 1 && { copy: String(copy) }),
  };
}

/** Fills in the link of the e-mail of a delivery. */
export function atSending(
  { publicUrl, secretKeys }: Pick<SendMailDeps, 'publicUrl' | 'secretKeys'>,
  { order, delivery, edition = 1 }: MailStart,
): AtSending {
  const linkOf = (generation: number) =>
    `${publicUrl}/unlock/${unlockCapability(secretKeys, { order, delivery, generation, edition })}`;
  return { finish: (text, generation) => text.replaceAll(UNLOCK_LINK, linkOf(generation)) };
}

/** Stores the e-mail of an edition, unless there is a newer one: then null. */
async function makeMail(em: EntityManager, deps: SendMailDeps, start: MailStart): Promise<MailRow | null> {
  const { order: number, delivery, edition = 1 } = start;
  const content = await mailContent(em, number, delivery);
  if (!content || content.edition < edition)
    throw new Error(`Delivery ${delivery} of order ${number} is not in the projection yet`);
  if (content.edition > edition) return null;
  return storeMail(em, await renderedMail(em, deps, start, content));
}

/** The e-mail of an edition of a delivery, with this content. */
export async function renderedMail(
  em: EntityManager,
  deps: SendMailDeps,
  { order: number, delivery, copy = 1, edition = 1 }: MailStart,
  content: MailContent,
): Promise<RenderedMail> {
  const about = { id: mailWorkflowId(number, delivery, copy, edition), orderNumber: number, delivery, edition, copy };
  const brand = mailBrand((await readBrand(em)).sender, deps.publicUrl);
  if (content.order.emergency) return { ...about, ...(await makeEmergencyMail(em, deps, content, brand)) };
  const seller = sellerOf(content.order);
  // The order's own address for its one e-mail; a copy goes where the account can be reached now, as the first may have bounced.
  // An order that was made again after a restore may not know its seller's.
  const isItsOwn = copy === 1 && seller.email !== '';
  const address = isItsOwn ? seller.email : ((await addresseeOf(em, seller.id))?.email ?? seller.email);
  return {
    ...about,
    accountId: seller.id,
    ...(await renderMail(deps, number, content, brand)),
    recipient: address,
  };
}

function renderMail(
  { catalogue, publicUrl }: SendMailDeps,
  orderNumber: string,
  content: MailContent,
  brand: MailBrand,
) {
  const { order, lines, isCorrection } = content;
  const { customer, reseller, distributor, purchaseOrder } = order;
  const seller = sellerOf(order);
  return renderOrderMail({
    ...{ orderNumber, isCorrection },
    placedOn: dayAt(Date.parse(order.placedAt), customer.timeZone),
    purchaseOrder: purchaseOrder ?? null,
    customer: { name: customer.name, email: customer.email },
    seller: isDirect(order) ? null : { kind: reseller ? 'reseller' : 'distributor', name: seller.name },
    distributorName: reseller && distributor ? distributor.name : null,
    lines: lines.map((line) => ({
      ...line,
      applicationName: nameIn(catalogueIn(catalogue, seller.locale), line.application),
      unit: unitIn(catalogue, line.application),
      endsOn: line.endsOn ?? null,
      care: line.care ?? null,
    })),
    unlockUrl: UNLOCK_LINK,
    portalUrl: publicUrl,
    locale: seller.locale,
    brand,
  });
}

/** An emergency is told to the vendor, where its account can be reached now. */
async function makeEmergencyMail(
  em: EntityManager,
  { catalogue, publicUrl }: SendMailDeps,
  { order, lines }: MailContent,
  brand: MailBrand,
): Promise<Omit<RenderedMail, 'id'>> {
  const { email, locale } = (await addresseeOf(em, VENDOR))!;
  const { application, capacity, endsOn } = lines[0]!;
  const rendered = await renderEmergencyMail({
    ...{ orderNumber: order.number, customerName: order.customer.name, reason: order.emergency!.reason },
    ...{
      applicationName: nameIn(catalogueIn(catalogue, locale), application),
      unit: unitIn(catalogue, application),
      capacity,
    },
    ...{ endsOn: endsOn!, url: `${publicUrl}/orders/${order.number}`, locale, brand },
  });
  return { accountId: VENDOR, recipient: email, ...rendered };
}
