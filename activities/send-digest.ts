import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { MailRow } from '../db/entities/telling/mail.ts';
import { readBrand } from '../db/queries/brand/brand.ts';
import { findMail, storeMail } from '../db/queries/mails/mails.ts';
import {
  lockAccount,
  noticedLines,
  settledNotices,
  settleNotices,
  type NoticedLine,
} from '../db/queries/mails/notices.ts';
import { catalogueIn, nameIn, unitIn, type Catalogue } from '../domain/catalogue/catalogue.ts';
import { daysTo } from '../domain/days.ts';
import { capacityOn, judge, noticeKey, truthOf } from '../domain/notices.ts';
import { mailBrand } from '../emails/brand.tsx';
import { renderNoticeDigest } from '../emails/notice-digest.tsx';
import type { NoticeDigestLine } from '../emails/notice-mail.ts';
import { digestMailId, type Activities, type DigestRequest, type NoticeTold } from '../temporal/contract.ts';
import type { AskOrders } from '../temporal/ask-orders.ts';
import { noticesCapability } from '../secrets/notices-link.ts';
import type { NamedKey } from '../secrets/named-keys.ts';
import { sendOnce, type SendOnceDeps } from '../mail/send-once.ts';

export type SendDigestDeps = SendOnceDeps & {
  orm: MikroORM;
  publicUrl: string;
  catalogue: Catalogue;
  askOrders: AskOrders;
  secretKeys: readonly NamedKey[];
};

/** Stands where the link goes by which its reader says when he wants any, so that no usable link lies in the database. */
const CHOICE_LINK = '{{notices-link}}';

const NOT_WANTED = { notices: false };

/**
 * Makes the activity that sends the one digest of an account and a day. What is told is decided once, by what the
 * orders say then, or the projection where they do not answer, and kept with the e-mail in one transaction; then it is sent once in effect.
 */
export function createSendDigest(deps: SendDigestDeps): Activities['sendDigest'] {
  return async (request) => {
    const em = deps.orm.em.fork();
    const { account, day, notices } = request;
    const mail = (await findMail(em, digestMailId(account, day))) ?? (await compose(em, deps, request));
    const left = await unsettled(em, notices);
    const outcome = mail ? await sendWithChoice(em, deps, mail, request) : 'nothing';
    return { outcome, left: left.map(({ order, seq }) => ({ order, seq })) };
  };
}

/** Sends it with the link of whom it goes to, in it and where mail programs look for one that they press themselves (RFC 8058). */
function sendWithChoice(em: EntityManager, deps: SendDigestDeps, mail: MailRow, { account, day }: DigestRequest) {
  const url = `${deps.publicUrl}/notices/${noticesCapability(deps.secretKeys, { account, email: mail.recipient })}`;
  return sendOnce(
    em,
    deps,
    mail,
    { account, day },
    {
      finish: (text) => text.replaceAll(CHOICE_LINK, url),
      headers: { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    },
  );
}

/** Decides about every notice that is new and stores the e-mail that tells the rest; null where nothing is left to tell. */
async function compose(em: EntityManager, deps: SendDigestDeps, request: DigestRequest): Promise<MailRow | null> {
  const { account: id, day, notices } = request;
  // Before the transaction, which keeps the account from others.
  const orders = await deps.askOrders([...new Set((await unsettled(em, notices)).map(({ order }) => order))]);
  return em.transactional(async (tx) => {
    const account = await lockAccount(tx, id);
    // Another attempt may have been first, and waited for.
    const made = await findMail(tx, digestMailId(id, day));
    if (made) return made;
    const fresh = (await unsettled(tx, notices)).toSorted(byPlace);
    const lines = new Map((await noticedLines(tx, fresh)).map((line) => [noticeKey(line), line]));
    const judged = fresh.map((notice) => {
      const line = lines.get(noticeKey(notice));
      const order = orders.get(notice.order);
      const truth = order ? truthOf(order, notice.line) : line;
      return { notice, line, outcome: judge(notice, truth, account ?? NOT_WANTED, deps.clock()) };
    });
    await settleNotices(tx, day, judged);
    const told = judged.flatMap(({ notice, line, outcome }) =>
      outcome === 'told' && line && account ? [inWords(notice, line, account.locale, deps)] : [],
    );
    if (!account || told.length === 0) return null;
    const rendered = await renderNoticeDigest({
      accountName: account.name,
      lines: told.toSorted((one, other) => one.endsOn.localeCompare(other.endsOn)),
      choiceUrl: CHOICE_LINK,
      portalUrl: deps.publicUrl,
      locale: account.locale,
      brand: mailBrand((await readBrand(tx)).sender, deps.publicUrl),
    });
    return storeMail(tx, { id: digestMailId(id, day), ...rendered, recipient: account.email });
  });
}

/** Order by order, as things came about there: in whichever sequence orders told it, a digest reads the same. */
function byPlace(one: NoticeTold, other: NoticeTold): number {
  return one.order.localeCompare(other.order) || one.seq - other.seq;
}

/** Those that no digest has dealt with. */
async function unsettled(em: EntityManager, notices: NoticeTold[]): Promise<NoticeTold[]> {
  const settled = new Set((await settledNotices(em, notices)).map(noticeKey));
  return notices.filter((notice) => !settled.has(noticeKey(notice)));
}

function inWords(
  notice: NoticeTold,
  line: NoticedLine,
  locale: string,
  { catalogue, clock }: Pick<SendDigestDeps, 'catalogue' | 'clock'>,
): NoticeDigestLine {
  const { order, endsOn } = notice;
  const { customer, timeZone } = line;
  return {
    what: line.license === 'evaluation' ? 'evaluation' : notice.what,
    ...{ order, endsOn, customer },
    capacity: capacityOn(line, endsOn),
    applicationName: nameIn(catalogueIn(catalogue, locale), line.application),
    unit: unitIn(catalogue, line.application),
    daysLeft: daysTo(endsOn, timeZone, clock()),
  };
}
