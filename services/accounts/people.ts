import { addMembers, membersOf, removeMember, setRole, type Member } from '../../db/queries/accounts/people.ts';
import type { AccountKind, Role } from '../../domain/people/permissions.ts';
import { mailBrand } from '../../emails/brand.tsx';
import { renderInvitationMail } from '../../emails/invitation.tsx';
import { causeOf, type Asked } from '../asked.ts';
import type { CurrentBrand } from '../brand/current.ts';
import type { Deps } from '../deps.ts';
import { createLimit, INVITATION_PACE } from '../pace.ts';
import { ProblemError } from '../problems/problems.ts';
import type { AccountService } from './accounts.ts';
import type { Post } from '../../mail/post.ts';
import type { Viewer } from './sessions.ts';

export type PeopleService = ReturnType<typeof createPeopleService>;

/** Who belongs to an account. Callers have been asked whether they may. */
export function createPeopleService(
  { orm, clock, publicUrl }: Deps,
  accounts: AccountService,
  post: Post,
  brands: CurrentBrand,
) {
  const em = () => orm.em.fork();
  const refuseHaste = createLimit(INVITATION_PACE);

  return {
    /** Everybody of an account, those to confirm first. Problems: NOT_FOUND. */
    async list(account: string): Promise<{
      account: { id: string; kind: AccountKind; name: string };
      members: Member[];
    }> {
      const { id, kind, name } = await accounts.readAccount(account);
      return { account: { id, kind, name }, members: await membersOf(em(), account) };
    },

    /**
     * Makes somebody a member, and writes to them; false for a member, who stays what they are, and hears nothing.
     * Problems: NOT_FOUND, TOO_MANY_REQUESTS.
     */
    async invite(
      viewer: Viewer,
      account: string,
      invited: { email: string; role: Role },
      requestId: string,
    ): Promise<boolean> {
      const { name, locale } = await accounts.readAccount(account);
      const { at, ...asked } = causeOf({ requestId, by: viewer.by }, clock());
      refuseHaste(account, at.getTime());
      const [person] = await addMembers(em(), [{ ...invited, ...asked, account, createdAt: at, confirmed: true }]);
      if (!person) return false;
      const mail = await renderInvitationMail({
        accountName: name,
        invitedBy: viewer.person.name ?? viewer.person.email,
        url: `${publicUrl}/sign-in`,
        locale,
        brand: mailBrand(await brands.sender(), publicUrl),
      });
      const key = `invitation/${account}/${person}/${at.getTime()}`;
      post.send({ ...mail, to: invited.email, tag: 'invitation', idempotencyKey: key });
      return true;
    },

    /** Confirms who was proposed, or changes what a member is. Problems: LAST_ADMINISTRATOR. */
    async setRole(account: string, person: string, role: Role, asked: Asked): Promise<void> {
      if (!(await setRole(em(), account, person, role, causeOf(asked, clock()))))
        throw new ProblemError('LAST_ADMINISTRATOR');
    },

    /** Removes a member, or who was proposed; their sessions in the account end. Problems: LAST_ADMINISTRATOR. */
    async remove(account: string, person: string, asked: Asked): Promise<void> {
      if (!(await removeMember(em(), account, person, causeOf(asked, clock()))))
        throw new ProblemError('LAST_ADMINISTRATOR');
    },
  };
}
