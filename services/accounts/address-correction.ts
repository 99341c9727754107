import {
  correctMember,
  lockedDeliveriesOf,
  type MailedDelivery,
} from '../../db/queries/accounts/address-correction.ts';
import { madeBy, type Made } from '../../db/queries/accounts/made-by.ts';
import { normalEmail } from '../../db/queries/accounts/people.ts';
import { replaceLinks } from '../../db/queries/orders/unlock-links.ts';
import type { By, Caller } from '../../domain/people/permissions.ts';
import { mailBrand } from '../../emails/brand.tsx';
import { renderInvitationMail } from '../../emails/invitation.tsx';
import type { Post } from '../../mail/post.ts';
import { causeOf, type Asked } from '../asked.ts';
import { atMostAtOnce } from '../at-once.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import type { MailService } from '../mails/mails.ts';
import type { CurrentBrand } from '../brand/current.ts';
import { invalid, ProblemError } from '../problems/problems.ts';
import type { AccountService } from './accounts.ts';

/** An address that was wrong, and the right one. */
export type PostedCorrection = { wrong: string; right: string };

/**
 * What was put right: `links` are the locked deliveries whose link was replaced and mailed anew, `due` those whose e-mail to
 * the wrong address is still being tried: they are put right once it has left, by the same call again, not by themselves.
 * `made` is what whoever has the wrong address made, changed or let in, which works still: a stranger's is to be taken out,
 * a colleague's, who is gone, may be what the account lives by.
 */
export type Corrected = {
  account: string;
  email: string;
  links: { order: string; delivery: string }[];
  due: { order: string; delivery: string }[];
  made: Made[];
};

export type AddressCorrectionService = ReturnType<typeof createAddressCorrectionService>;

type Services = { accounts: AccountService; mails: MailService; post: Post; brands: CurrentBrand };

/** E-mails that are asked for at once. */
const AT_ONCE = 8;

/** Puts a wrong address of an account right in all that followed from it. */
export function createAddressCorrectionService({ orm, clock, publicUrl }: Deps, services: Services) {
  const { accounts, mails, post, brands } = services;

  return {
    /**
     * Who has the right address is put in the place of who has the wrong one, and is written to where they were no member; an
     * administrator where the wrong one is the account's. The other belongs to it no more and is signed out. The account gets
     * the right address where it had the wrong one. Where it has the right one, now or before, every locked delivery that it
     * has to unlock, and whose e-mail went to the wrong one, gets another link, all at once, so that those before work no
     * more; then their e-mails go to the right address. What is right already, or went elsewhere, is left alone: cut off
     * anywhere, the same again does the rest. Problems: NOT_FOUND, INVALID_REQUEST where neither address is the account's or
     * a member's, CHANGED_MEANWHILE where somebody else changed the account at that moment, TEMPORAL_UNAVAILABLE.
     */
    async correct(caller: Caller, id: string, posted: PostedCorrection, asked: Asked): Promise<Corrected> {
      const account = await accounts.readAccount(id);
      const [was, wrong, right] = [account.email, posted.wrong, posted.right].map(normalEmail);
      if (wrong === right) throw invalid([{ pointer: '/right', message: 'is the wrong one' }]);
      const isAccounts = was === wrong;
      const cause = causeOf(asked, clock());
      const outcome = await correctMember(orm.em.fork(), id, { ...posted, isAccounts }, cause);
      if (outcome === 'unknown' && was !== right)
        throw invalid([{ pointer: '/wrong', message: 'is no address of the account' }]);
      if (isAccounts)
        await accounts.changeAccount(caller, id, { email: posted.right }, { ...asked, expected: [account.version] });
      if (outcome !== 'unknown' && outcome.invitation !== null)
        await invite({ ...account, email: posted.right }, outcome.invitation);
      const { email } = await accounts.readAccount(id);
      const isRight = normalEmail(email) === right;
      const links = isRight ? await correctLinks(id, posted, asked) : { links: [], due: [] };
      return { account: id, email, ...links, made: await madeBy(orm.em.fork(), id, wrong!, right!) };
    },
  };

  async function correctLinks(
    id: string,
    { wrong, right }: PostedCorrection,
    { by }: Asked,
  ): Promise<Pick<Corrected, 'links' | 'due'>> {
    const mailed = (await lockedDeliveriesOf(orm.em.fork(), id)).filter(
      ({ recipient }) => normalEmail(recipient) === normalEmail(wrong),
    );
    // An e-mail that is on its way would carry a newer link to the wrong address.
    const [due, left] = [mailed.filter(({ isDue }) => isDue), mailed.filter(({ isDue }) => !isDue)];
    // Named by what is put right, not by who asks: whoever does the rest makes no other link than the e-mail carries.
    const named = `correction/${hashOfJson([id, normalEmail(wrong), normalEmail(right)])}`;
    const links = left.map((one) => ({ ...one, requestId: `${named}/${one.copy}` }));
    await replaceLinks(orm.em.fork(), links, { by, at: new Date(clock()) });
    const sent = await atMostAtOnce(AT_ONCE, left, async (one) => ((await send(one, by)) ? [place(one)] : []));
    return { links: sent.flat(), due: due.map(place) };
  }

  /** False where it needs none any more, as its order ended a moment ago, or another request mails it. */
  async function send({ order, delivery, copy }: MailedDelivery, by: By): Promise<boolean> {
    try {
      await mails.sendAgain(order, delivery, copy, by, { paced: false });
      return true;
    } catch (error) {
      if (error instanceof ProblemError && PASSED.includes(error.code)) return false;
      throw error;
    }
  }

  /** Named by what let them in: asked for by whomever, and however often, it is one e-mail. */
  async function invite(account: { id: string; name: string; email: string; locale: string }, letInBy: string) {
    const { id, name, email, locale } = account;
    const brand = mailBrand(await brands.sender(), publicUrl);
    const mail = await renderInvitationMail({
      accountName: name,
      invitedBy: name,
      url: `${publicUrl}/sign-in`,
      locale,
      brand,
    });
    const idempotencyKey = `correction/${hashOfJson([id, email, letInBy])}`;
    post.send({ ...mail, to: email, tag: 'invitation', idempotencyKey });
  }
}

const place = ({ order, delivery }: MailedDelivery) => ({ order, delivery });

/** What says that nothing is to be mailed of a delivery any more, or that another request has it mailed. */
const PASSED: readonly string[] = ['ORDER_CANCELED', 'ORDER_ENDED', 'DELIVERY_UNKNOWN', 'MAIL_STILL_DUE'];
