import { createHash } from 'node:crypto';
import { correctMember, lockedDeliveriesOf } from '../../db/queries/accounts/address-correction.ts';
import { normalEmail } from '../../db/queries/accounts/people.ts';
import type { Caller } from '../../domain/permissions.ts';
import { mailBrand } from '../../emails/brand.tsx';
import { renderInvitationMail } from '../../emails/invitation.tsx';
import type { Post } from '../../mail/post.ts';
import { causeOf, type Asked } from '../asked.ts';
import type { Deps } from '../deps.ts';
import type { MailService } from '../mails/mails.ts';
import type { UnlockLinkService } from '../orders/unlock-links.ts';
import type { CurrentBrand } from '../brand/current.ts';
import { invalid, ProblemError } from '../problems/problems.ts';
import type { AccountService } from './accounts.ts';

/** An address that was wrong, and the right one. */
export type PostedCorrection = { wrong: string; right: string };

/**
 * What was put right: `links` are the locked deliveries whose link was replaced and mailed anew, `due` those whose e-mail to
 * the wrong address is still being tried: they are put right once it has left, by the same call again.
 */
export type Corrected = {
  account: string;
  email: string;
  links: { order: string; delivery: string }[];
  due: { order: string; delivery: string }[];
};

export type AddressCorrectionService = ReturnType<typeof createAddressCorrectionService>;

type Services = {
  accounts: AccountService;
  unlockLinks: UnlockLinkService;
  mails: MailService;
  post: Post;
  brands: CurrentBrand;
};

const NO_LINKS = { links: [], due: [] };

/** Puts a wrong address of an account right in all that followed from it. */
export function createAddressCorrectionService({ orm, clock, publicUrl }: Deps, services: Services) {
  const { accounts, unlockLinks, mails, post, brands } = services;

  return {
    /**
     * Who has the right address is put in the place of who has the wrong one, is written to, and is an administrator where
     * the wrong one was the account's; the other belongs to it no more and is signed out. The account gets the right address
     * where it had the wrong one; every locked delivery that it has to unlock, and whose e-mail went elsewhere, gets another
     * link, so that the one before works no more, and its e-mail goes to the right address. What is right already is left
     * alone: cut off anywhere, the same again does the rest. Problems: NOT_FOUND, INVALID_REQUEST where neither address is
     * the account's or a member's, TEMPORAL_UNAVAILABLE, TOO_MANY_REQUESTS.
     */
    async correct(caller: Caller, id: string, posted: PostedCorrection, asked: Asked): Promise<Corrected> {
      const account = await accounts.readAccount(id);
      const [was, right] = [account.email, posted.right].map(normalEmail);
      if (normalEmail(posted.wrong) === right) throw invalid([{ pointer: '/right', message: 'is the wrong one' }]);
      const isAccounts = [normalEmail(posted.wrong), right].includes(was);
      const cause = causeOf(asked, clock());
      const isKnown = await correctMember(orm.em.fork(), id, { ...posted, isAccounts }, cause);
      if (!isKnown) throw invalid([{ pointer: '/wrong', message: 'is no address of the account' }]);
      if (isAccounts) await accounts.changeAccount(caller, id, { email: posted.right }, asked);
      await invite({ ...account, email: posted.right }, asked);
      const { email } = await accounts.readAccount(id);
      return { account: id, email, ...(isAccounts ? await correctLinks(id, posted.right, asked) : NO_LINKS) };
    },
  };

  async function correctLinks(id: string, right: string, asked: Asked): Promise<Pick<Corrected, 'links' | 'due'>> {
    const corrected: Pick<Corrected, 'links' | 'due'> = { links: [], due: [] };
    for (const { order, delivery } of await lockedDeliveriesOf(orm.em.fork(), id)) {
      const known = (await mails.readMails(order)).find((one) => one.delivery === delivery);
      const newest = known?.copies.findLast(({ edition }) => edition === known.edition);
      if (newest && normalEmail(newest.recipient) === normalEmail(right)) continue;
      // The e-mail that is on its way would carry a newer link to the wrong address.
      if (!known?.next || !newest || newest.state === 'due') corrected.due.push({ order, delivery });
      else if (await replace(order, delivery, known.next.copy, asked)) corrected.links.push({ order, delivery });
    }
    return corrected;
  }

  /** False where the delivery was unlocked, or its order came to its end, a moment ago. */
  async function replace(order: string, delivery: string, copy: number, { requestId, by }: Asked): Promise<boolean> {
    try {
      await unlockLinks.replace(order, delivery, { requestId: `${requestId}/${copy}`, by });
      await mails.sendAgain(order, delivery, copy, by);
      return true;
    } catch (error) {
      const isOver = error instanceof ProblemError && PASSED.includes(error.code);
      if (isOver) return false;
      throw error;
    }
  }

  async function invite(account: { id: string; name: string; email: string; locale: string }, { requestId }: Asked) {
    const { id, name, email, locale } = account;
    const brand = mailBrand(await brands.sender(), publicUrl);
    const mail = await renderInvitationMail({
      accountName: name,
      invitedBy: name,
      url: `${publicUrl}/sign-in`,
      locale,
      brand,
    });
    const about = createHash('sha256')
      .update(JSON.stringify([id, email, requestId]))
      .digest('hex');
    post.send({ ...mail, to: email, tag: 'invitation', idempotencyKey: `correction/${about}` });
  }
}

/** What says that a delivery needs no link any more. */
const PASSED: readonly string[] = ['ALREADY_UNLOCKED', 'ORDER_CANCELED', 'ORDER_ENDED', 'DELIVERY_UNKNOWN'];
