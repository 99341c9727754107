import {
  correctAddress,
  letInByCorrection,
  lockedDeliveriesOf,
  type MailedDelivery,
} from '../../db/queries/accounts/address-correction.ts';
import { madeBy, type Made } from '../../db/queries/accounts/made-by.ts';
import { noteInvited, owedTo, settleOwed, type OwedCorrection } from '../../db/queries/accounts/owed-corrections.ts';
import { normalEmail } from '../../db/queries/accounts/people.ts';
import { replaceLinks } from '../../db/queries/orders/unlock-links.ts';
import type { By } from '../../domain/people/permissions.ts';
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
 * the wrong address is still being tried: they are put right by themselves once it has left. `made` is what whoever has the
 * wrong address made, changed or let in, which works still: a stranger's is to be taken out, a colleague's, who is gone, may
 * be what the account lives by.
 */
export type Corrected = {
  account: string;
  email: string;
  links: { order: string; delivery: string }[];
  due: { order: string; delivery: string }[];
  made: Made[];
};

type Finished = Pick<Corrected, 'links' | 'due'>;

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
     * the right address where it had the wrong one. That is changed at once, with a note of what it owes: where the account has
     * the right address, now or before, every locked delivery that it has to unlock, and whose e-mail went to the wrong one,
     * gets another link, all at once, so that those before work no more; then their e-mails go to the right address. What is
     * right already, or went elsewhere, is left alone. Cut off anywhere, the rest is done without being asked for again, and
     * the same again does it at once. Problems: NOT_FOUND, INVALID_REQUEST where neither address is the account's or a
     * member's, CHANGED_MEANWHILE where somebody else changed the account at that moment, TEMPORAL_UNAVAILABLE.
     */
    async correct(id: string, posted: PostedCorrection, asked: Asked): Promise<Corrected> {
      const account = await accounts.readAccount(id);
      const [was, wrong, right] = [account.email, posted.wrong, posted.right].map(normalEmail) as [
        string,
        string,
        string,
      ];
      if (wrong === right) throw invalid([{ pointer: '/right', message: 'is the wrong one' }]);
      const standing = { isAccounts: was === wrong, isRight: was === right, version: account.version };
      const outcome = await correctAddress(orm.em.fork(), id, { ...posted, ...standing }, causeOf(asked, clock()));
      if (outcome === 'unknown') throw invalid([{ pointer: '/wrong', message: 'is no address of the account' }]);
      if (outcome === 'changed-meanwhile') throw await accounts.changedMeanwhile(id);
      const done: Finished[] = [];
      for (const owed of await owedTo(orm.em.fork(), id, right)) done.push(await finish(owed));
      const { email } = await accounts.readAccount(id);
      const all = { links: done.flatMap(({ links }) => links), due: done.flatMap(({ due }) => due) };
      return { account: id, email, ...all, made: await madeBy(orm.em.fork(), id, wrong, right) };
    },

    finish,
  };

  /**
   * Does what a correction owes, as far as that can be done now; as often as it is done, nothing is sent twice. It is settled
   * when no e-mail is on its way to the wrong address and the invitation is with the provider. Problems: NOT_FOUND,
   * TEMPORAL_UNAVAILABLE.
   */
  async function finish(owed: OwedCorrection): Promise<Finished> {
    const account = await accounts.readAccount(owed.account);
    const isRight = normalEmail(account.email) === owed.right;
    const { isOver, ...finished } = isRight ? await correctLinks(owed) : { links: [], due: [], isOver: true };
    const letInBy = owed.isInvited ? null : await letInByCorrection(orm.em.fork(), owed.account, owed.right);
    if (letInBy !== null)
      await invite({ ...account, email: owed.right }, letInBy, () =>
        isOver ? settleOwed(orm.em.fork(), owed) : noteInvited(orm.em.fork(), owed, new Date(clock())),
      );
    else if (isOver) await settleOwed(orm.em.fork(), owed);
    return finished;
  }

  async function correctLinks(owed: OwedCorrection): Promise<Finished & { isOver: boolean }> {
    const { account, wrong, right, by } = owed;
    const mailed = (await lockedDeliveriesOf(orm.em.fork(), account)).filter(
      ({ recipient }) => normalEmail(recipient) === wrong,
    );
    // An e-mail that is on its way would carry a newer link to the wrong address.
    const [due, left] = [mailed.filter(({ isDue }) => isDue), mailed.filter(({ isDue }) => !isDue)];
    // Named by what is put right, not by who asks: whoever does the rest makes no other link than the e-mail carries.
    const named = `correction/${hashOfJson([account, wrong, right])}`;
    const links = left.map((one) => ({ ...one, requestId: `${named}/${one.copy}` }));
    await replaceLinks(orm.em.fork(), links, { by, at: new Date(clock()) });
    const sent = await atMostAtOnce(AT_ONCE, left, async (one) => ({ ...place(one), outcome: await send(one, by) }));
    return {
      links: sent.filter(({ outcome }) => outcome === 'sent').map(place),
      due: due.map(place),
      isOver: due.length === 0 && sent.every(({ outcome }) => outcome !== 'later'),
    };
  }

  /** `needless` where it is not to be mailed any more, as its order ended a moment ago; `later` where another e-mail of it is on its way. */
  async function send({ order, delivery, copy }: MailedDelivery, by: By): Promise<'sent' | 'needless' | 'later'> {
    try {
      await mails.sendAgain(order, delivery, copy, by, { paced: false });
      return 'sent';
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.code === 'MAIL_STILL_DUE') return 'later';
      if (OVER.includes(error.code)) return 'needless';
      throw error;
    }
  }

  /** Named by what let them in: asked for by whomever, and however often, it is one e-mail. */
  async function invite(
    account: { id: string; name: string; email: string; locale: string },
    letInBy: string,
    done: () => Promise<void>,
  ) {
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
    post.send({ ...mail, to: email, tag: 'invitation', idempotencyKey }, 0, done);
  }
}

const place = ({ order, delivery }: Corrected['links'][number]) => ({ order, delivery });

/** What says that nothing is to be mailed of a delivery any more. */
const OVER: readonly string[] = ['ORDER_CANCELED', 'ORDER_ENDED', 'DELIVERY_UNKNOWN'];
