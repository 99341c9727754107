import { changeAccount, findAccount, type AccountChange } from '../../db/queries/accounts/accounts.ts';
import { NOTICE_CHOICES } from '../../domain/notices.ts';
import { accountNamedIn, noticesCapability, opensNotices } from '../../secrets/notices-link.ts';
import { causeOf } from '../asked.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';

/** When an account wants to be told of what ends, in days before that: none where it does not. */
export type NoticeChoice = { account: { id: string; name: string }; isOn: boolean; days: readonly number[] };

export type NoticeChoiceService = ReturnType<typeof createNoticeChoiceService>;

/** What whoever gets the e-mails about what ends says of them by their link, without signing in. */
export function createNoticeChoiceService({ orm, clock, secretKeys }: Pick<Deps, 'orm' | 'clock' | 'secretKeys'>) {
  async function open(capability: string) {
    const id = accountNamedIn(capability);
    const account = id === null ? null : await findAccount(orm.em.fork(), id);
    const opens = account && opensNotices(secretKeys, capability, { account: account.id, email: account.email });
    if (!opens) throw new ProblemError('NOT_FOUND');
    return account;
  }

  async function change(capability: string, to: AccountChange, requestId: string): Promise<void> {
    const { id } = await open(capability);
    await changeAccount(orm.em.fork(), id, to, causeOf({ requestId, by: 'link/0' }, clock()));
  }

  return {
    /** What is chosen. Problems: NOT_FOUND for what is no link, or was made for an address that is not the account's now. */
    async read(capability: string): Promise<NoticeChoice> {
      const { id, name, notices, noticeDays } = await open(capability);
      return { account: { id, name }, isOn: notices, days: noticeDays ?? NOTICE_CHOICES };
    },

    /** The link of an account, for one of its administrators. Problems: NOT_FOUND. */
    async capabilityOf(id: string): Promise<string> {
      const account = await findAccount(orm.em.fork(), id);
      if (!account) throw new ProblemError('NOT_FOUND');
      return noticesCapability(secretKeys, { account: id, email: account.email });
    },

    /** Switches them off or on again; what was chosen stays. The same again changes nothing. Problems: NOT_FOUND. */
    switch: (capability: string, isOn: boolean, requestId: string) => change(capability, { notices: isOn }, requestId),

    /** Has them on these of {@link NOTICE_CHOICES} from now on, at least one. The same again changes nothing. Problems: NOT_FOUND. */
    choose(capability: string, days: readonly number[], requestId: string): Promise<void> {
      const noticeDays = days.length === NOTICE_CHOICES.length ? null : [...days];
      return change(capability, { notices: true, noticeDays }, requestId);
    },
  };
}
