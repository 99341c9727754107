import type { PeopleService } from '../../services/accounts/people.ts';
import { ROLES, type Role } from '../../domain/people/permissions.ts';
import { FromNow } from '../format.tsx';
import { Page } from '../layout.tsx';
import { useAccountTabs } from '../parts/frame/account-tabs.ts';
import { Name } from '../parts/said/name.tsx';
import { Timeline } from '../parts/said/timeline.tsx';
import { useTexts, useViewer } from '../reader.ts';
import type { JournalEvent } from '../services.ts';

type Listed = Awaited<ReturnType<PeopleService['list']>>;
type Member = Listed['members'][number];

const NOBODY: ReadonlyMap<string, string> = new Map();

/** How the last action went; null when there was none. */
export type Outcome = 'done' | 'lastAdministrator' | 'notAnAddress' | 'memberAlready' | null;

/** What was typed of somebody to invite. */
export type Invited = { email: string; role: Role };

type PeoplePageProps = Listed & {
  mayManage: boolean;
  outcome: Outcome;
  invited?: Invited;
  /** What became of the account, newest first. */
  life: readonly JournalEvent[];
};

/** Who belongs to an account; administrators invite, confirm, change and remove. */
export function PeoplePage({ account, members, mayManage, outcome, invited, life }: PeoplePageProps) {
  const { people, words, sellers } = useTexts();
  const others = new Map(members.map(({ id, name, email }) => [id, name ?? email]));
  const texts = people.people;
  const above = account.kind === 'customer' ? { href: `/customers/${account.id}`, text: account.name } : undefined;
  return (
    <Page title={texts.title(account.name)} back={above} tabs={useAccountTabs(account, '/people')}>
      {outcome && (
        <div className={`alert ${outcome === 'done' ? 'alert-success' : 'alert-danger'}`} role="status" id="outcome">
          {texts[outcome]}
        </div>
      )}
      <div className="card mb-3">
        <ul className="list-group list-group-flush">
          {members.map((member) => (
            <Entry key={member.id} account={account.id} member={member} mayManage={mayManage} />
          ))}
        </ul>
      </div>
      <p className="text-secondary">
        {texts.administratorExplained} {texts.viewerExplained}
      </p>
      {mayManage && (
        <form method="post" action={`/accounts/${account.id}/people`} className="card" noValidate>
          <h2 className="card-header card-title">{texts.inviteTitle}</h2>
          <div className="card-body">
            <label className="form-label" htmlFor="email">
              {texts.email}
            </label>
            <input
              className={`form-control mb-3 ${outcome === 'notAnAddress' ? 'is-invalid' : ''}`}
              id="email"
              name="email"
              type="email"
              dir="ltr"
              required
              defaultValue={invited?.email}
              aria-invalid={outcome === 'notAnAddress' || undefined}
              aria-describedby={outcome === 'notAnAddress' ? 'outcome' : undefined}
            />
            <label className="form-label" htmlFor="role">
              {texts.role}
            </label>
            <RoleChoice id="role" role={invited?.role ?? 'viewer'} names={words.roles} />
          </div>
          <div className="card-footer">
            <button type="submit" className="btn btn-primary action">
              {texts.invite}
            </button>
          </div>
        </form>
      )}
      {life.length > 0 && (
        <section className="card mt-3" aria-labelledby="life">
          <h2 className="card-header card-title" id="life">
            {sellers.life}
          </h2>
          <div className="card-body">
            <Timeline events={life} kind="accountEvents" names={{ servers: NOBODY, deliveries: NOBODY, others }} />
          </div>
        </section>
      )}
    </Page>
  );
}

function Entry({ account, member, mayManage }: { account: string; member: Member; mayManage: boolean }) {
  const { people, words } = useTexts();
  const texts = people.people;
  const isYou = useViewer().person.id === member.id;
  return (
    <li className="list-group-item d-flex flex-wrap gap-2 align-items-center">
      <div className="flex-fill">
        <strong>
          <Name>{member.name ?? member.email}</Name>
        </strong>{' '}
        {isYou && <span className="badge bg-green-lt">{texts.you}</span>}
        {member.confirmedAt === null && <span className="badge bg-yellow-lt">{texts.toConfirm}</span>}
        {member.name && (
          <div className="text-secondary">
            <Name>{member.email}</Name>
          </div>
        )}
        <div className="text-secondary">{words.roles[member.role]}</div>
        <div className="text-secondary">
          <LastSeen member={member} />
        </div>
        {member.confirmedAt === null && <div>{texts.toConfirmExplained}</div>}
      </div>
      {mayManage && <Actions account={account} member={member} />}
    </li>
  );
}

function LastSeen({ member }: { member: Member }) {
  const texts = useTexts().people.people;
  return (
    <>
      {texts.lastSeen}: {member.lastSeenAt === null ? texts.never : <FromNow at={member.lastSeenAt} />}
    </>
  );
}

function Actions({ account, member }: { account: string; member: Member }) {
  const { people, words } = useTexts();
  const texts = people.people;
  const address = `/accounts/${account}/people/${member.id}`;
  const confirms = member.confirmedAt === null;
  const label = confirms ? texts.confirmFor(member.email) : texts.changeFor(member.email);
  return (
    <>
      <form method="post" action={`${address}/role`} className="d-flex flex-wrap gap-2">
        <RoleChoice id={`role-${member.id}`} role={member.role} names={words.roles} label={label} />
        <button type="submit" className="btn" aria-label={label}>
          {confirms ? texts.confirm : texts.change}
        </button>
      </form>
      <form method="post" action={`${address}/remove`}>
        <button type="submit" className="btn btn-outline-danger" aria-label={texts.removeFor(member.email)}>
          {texts.remove}
        </button>
      </form>
    </>
  );
}

function RoleChoice({
  id,
  role,
  names,
  label,
}: {
  id: string;
  role: Role;
  names: Record<Role, string>;
  label?: string;
}) {
  return (
    <select className="form-select" id={id} name="role" defaultValue={role} aria-label={label}>
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </select>
  );
}
