import { createHash } from 'node:crypto';
import { correctMember, lockedDeliveriesOf } from '../../db/queries/accounts/address-correction.ts';
import { normalEmail } from '../../db/queries/accounts/people.ts';
import type { Caller } from '../../domain/permissions.ts';
import { renderInvitationMail } from '../../emails/invitation.tsx';
import type { Post } from '../../mail/post.ts';
import { causeOf, type Asked } from '../asked.ts';
import type { Deps } from '../deps.ts';
import type { MailService } from '../mails/mails.ts';
import type { UnlockLinkService } from '../orders/unlock-links.ts';
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

type Services = { accounts: AccountService; unlockLinks: UnlockLinkService; mails: MailService; post: Post };

/** Puts a wrong address of an account right in all that followed from it. */
export function createAddressCorrectionService({ orm, clock, publicUrl }: Deps, services: Services) {
  const { accounts, unlockLinks, mails, post } = services;

  return {
    /**
     * The account gets the right address where it has the wrong one, and who has it is its administrator and is written to;
     * who had the wrong one belongs to it no more and is signed out. Every locked delivery that the account has to unlock and
     * whose e-mail went elsewhere gets another link, so that the one before works no more, and its e-mail goes to the right address.
     * What is right already is left alone: cut off anywhere, the same again does the rest. Problems: NOT_FOUND,
     * INVALID_REQUEST where neither address is the account's, TEMPORAL_UNAVAILABLE, TOO_MANY_REQUESTS.
     */
    async correct(caller: Caller, id: string, { wrong, right }: PostedCorrection, asked: Asked): Promise<Corrected> {
      const account = await accounts.readAccount(id);
      if (normalEmail(wrong) === normalEmail(right)) throw invalid([{ pointer: '/right', message: 'is the wrong one' }]);
      const isWrong = normalEmail(account.email) === normalEmail(wrong);
      if (isWrong) await accounts.changeAccount(caller, id, { email: right }, asked);
      const cause = causeOf(asked, clock());
      const members = await correctMember(orm.em.fork(), id, { wrong, right }, cause);
      const isTheirs = isWrong || members !== 'unknown' || normalEmail(account.email) === normalEmail(right);
      if (!isTheirs) throw invalid([{ pointer: '/wrong', message: 'is no address of the account' }]);
      if (members === 'corrected') await invite({ ...account, email: right }, asked);
      return { account: id, email: right, ...(await correctLinks(id, right, asked)) };
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
    const mail = await renderInvitationMail({ accountName: name, invitedBy: name, url: `${publicUrl}/sign-in`, locale });
    const about = createHash('sha256').update(JSON.stringify([id, email, requestId])).digest('hex');
    post.send({ ...mail, to: email, tag: 'invitation', idempotencyKey: `correction/${about}` });
  }
}

/** What says that a delivery needs no link any more. */
const PASSED: readonly string[] = ['ALREADY_UNLOCKED', 'ORDER_CANCELED', 'ORDER_ENDED', 'DELIVERY_UNKNOWN'];
