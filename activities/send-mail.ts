import { ApplicationFailure } from '@temporalio/common';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { MailRow } from '../db/entities/mail.ts';
import {
  beginAttempt,
  findMail,
  mailContent,
  settleMail,
  storeMail,
  withdrawAttempt,
  type MailKey,
} from '../db/queries/mails.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import { renderOrderMail } from '../emails/order-delivered.tsx';
import { unlockCapability } from '../secrets/unlock-link.ts';
import type { NamedKey } from '../secrets/named-keys.ts';
import type { Activities, MailOutcome } from '../workflows/contract.ts';
import type { OutgoingMail, SendThroughResend } from './resend.ts';

export type SendMailDeps = {
  orm: MikroORM;
  resend: SendThroughResend;
  secretKeys: readonly NamedKey[];
  /** The address of the portal, without a slash at its end. */
  publicUrl: string;
  from: string;
  /** Now, in epoch milliseconds. */
  clock: () => number;
};

/** Stands where the unlock link goes, so that no usable link lies in the database. */
export const UNLOCK_LINK = '{{unlock-link}}';

/** Resend remembers a key for 24 hours; the hour less is for clocks that differ and attempts that take their time. */
const SAFE_TO_REPEAT_MS = 23 * 3_600_000;

const TOO_LONG_UNCERTAIN =
  'For a day nobody could say whether this e-mail left, and Resend no longer recognizes a repeat: look it up at Resend, and send it by hand if it is not there.';

/**
 * Makes the activity that sends the one e-mail of a delivery: rendered and stored once, sent once in effect. It fails,
 * to be tried again, while that is safe; what is not is answered.
 */
export function createSendMail(deps: SendMailDeps): Activities['sendMail'] {
  return async ({ order, delivery }) => {
    const em = deps.orm.em.fork();
    const key = { orderNumber: order, delivery };
    const mail = (await findMail(em, key)) ?? (await storeMail(em, await renderMail(em, deps, key)));
    return outcomeOf(mail) ?? (await attempt(em, deps, mail));
  };
}

/** What is known about an e-mail; undefined while it is due. A bounce that was reported later does not undo the sending. */
function outcomeOf({ state, sentAt }: MailRow): MailOutcome | undefined {
  switch (state) {
    case 'due':
      return undefined;
    case 'sent':
    case 'delivered':
      return 'sent';
    case 'bounced':
      return sentAt ? 'sent' : 'refused';
    case 'unknown':
      return 'unknown';
  }
}

async function renderMail(em: EntityManager, deps: SendMailDeps, key: MailKey) {
  const content = await mailContent(em, key);
  if (!content) throw new Error(`Delivery ${key.delivery} of order ${key.orderNumber} is not in the projection yet`);
  const { customer, reseller, distributor } = content.order;
  const recipient = reseller ?? distributor;
  if (!recipient) throw new Error(`Order ${key.orderNumber} names neither a reseller nor a distributor`);
  const rendered = await renderOrderMail({
    orderNumber: key.orderNumber,
    customerName: customer.name,
    resellerName: reseller?.name ?? null,
    lines: content.lines.map((line) => {
      const application = CATALOGUE.get(line.application);
      if (!application) throw new Error(`The catalogue lacks ${line.application}, which order ${key.orderNumber} sold`);
      return {
        ...line,
        applicationName: application.name,
        unit: application.unit,
        endsOn: line.endsOn ?? null,
        care: line.care ?? null,
      };
    }),
    unlockUrl: UNLOCK_LINK,
    portalUrl: deps.publicUrl,
    locale: recipient.locale,
  });
  return { ...key, ...rendered, recipient: recipient.email };
}

async function attempt(em: EntityManager, deps: SendMailDeps, mail: MailRow): Promise<MailOutcome> {
  const key = { orderNumber: mail.orderNumber, delivery: mail.delivery };
  const { uncertainSince, begun } = await beginAttempt(em, key, new Date(deps.clock()));
  if (deps.clock() - uncertainSince.getTime() > SAFE_TO_REPEAT_MS) {
    await settleMail(em, key, { state: 'unknown', reason: TOO_LONG_UNCERTAIN });
    return 'unknown';
  }
  const result = await deps.resend(outgoing(deps, mail));
  switch (result.kind) {
    case 'sent':
      await settleMail(em, key, {
        state: 'sent',
        sentAt: new Date(deps.clock()),
        providerId: result.id,
        uncertainSince: null,
      });
      return 'sent';
    case 'refused':
      await settleMail(em, key, { state: 'bounced', reason: result.reason });
      return 'refused';
    case 'taken':
      // The link or the sender changed between attempts: an earlier one arrived, which of them only Resend can say.
      await settleMail(em, key, { state: 'unknown', reason: result.reason });
      return 'unknown';
    case 'later':
      if (begun) await withdrawAttempt(em, key);
      throw ApplicationFailure.retryable(result.remedy, 'MAIL_NOT_SENT');
    case 'uncertain':
      throw ApplicationFailure.retryable(result.remedy, 'MAIL_OUTCOME_UNKNOWN');
  }
}

/** The e-mail with its link filled in; the key derives from the delivery, so that every attempt is the same e-mail. */
function outgoing({ from, publicUrl, secretKeys }: SendMailDeps, mail: MailRow): OutgoingMail {
  const { orderNumber: order, delivery } = mail;
  const link = `${publicUrl}/unlock/${unlockCapability(secretKeys, { order, delivery })}`;
  return {
    from,
    to: mail.recipient,
    subject: mail.subject,
    html: mail.html.replaceAll(UNLOCK_LINK, link),
    text: mail.text.replaceAll(UNLOCK_LINK, link),
    tags: [
      { name: 'order', value: tagValue(order) },
      { name: 'delivery', value: tagValue(delivery) },
    ],
    idempotencyKey: `mail/${order}/${delivery}`,
  };
}

/** Resend's tags know letters, digits, dashes and underscores: every other character becomes an underscore and its code. */
function tagValue(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`);
}
