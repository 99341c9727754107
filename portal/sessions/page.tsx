import type { SessionService } from '../../services/accounts/sessions.ts';
import { FromNow, InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Form } from '../parts/form/form.tsx';
import { Name } from '../parts/said/name.tsx';
import { useReader, useTexts, useViewer } from '../reader.ts';
import { browserIn } from '../../languages/browser.ts';

type SessionsPageProps = {
  sessions: Awaited<ReturnType<SessionService['list']>>;
  accounts: Awaited<ReturnType<SessionService['accounts']>>;
};

/** Where a person is signed in, and as whom it can go on. */
export function SessionsPage({ sessions, accounts }: SessionsPageProps) {
  const texts = useTexts().people.sessions;
  return (
    <Page title={texts.title}>
      <p>{texts.introduction}</p>
      <div className="card mb-3">
        <ul className="list-group list-group-flush">
          {sessions.map((session) => (
            <Session key={session.id} session={session} />
          ))}
        </ul>
        {sessions.length > 1 && (
          <form method="post" action="/sessions/end-others" className="card-footer">
            <button type="submit" className="btn">
              {texts.endOthers}
            </button>
          </form>
        )}
      </div>
      <p>
        <a href="/passkeys">{useTexts().signingIn.passkeys.toPage}</a>
      </p>
      {accounts.length > 1 && <Accounts accounts={accounts} />}
      <TimeZoneChoice />
    </Page>
  );
}

/** In which time zone instants are written; days of licenses are the customer's, whatever is chosen. */
function TimeZoneChoice() {
  const texts = useTexts().people.sessions;
  const { person } = useViewer();
  return (
    <Form action="/sessions/time-zone" className="card mt-3">
      <div className="card-body">
        <label className="form-label" htmlFor="time-zone">
          {texts.timeZone}
        </label>
        <select
          className="form-select"
          id="time-zone"
          name="timeZone"
          defaultValue={person.timeZone ?? ''}
          aria-describedby="time-zone-help"
        >
          <option value="">{texts.browsersZone}</option>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </select>
        <div className="form-hint" id="time-zone-help">
          {texts.timeZoneHelp}
        </div>
      </div>
      <div className="card-footer">
        <button className="btn">{texts.choose}</button>
      </div>
    </Form>
  );
}

function Session({ session }: { session: SessionsPageProps['sessions'][number] }) {
  const texts = useTexts().people.sessions;
  const isThis = useViewer().session === session.id;
  const name = browserIn(useReader().language, session.userAgent);
  return (
    <li className="list-group-item d-flex flex-wrap gap-2 align-items-center">
      <div className="flex-fill">
        <strong>{name}</strong> {isThis && <span className="badge bg-green-lt">{texts.here}</span>}
        <div className="text-secondary">
          <Name>{session.account}</Name>
        </div>
        <div className="text-secondary">
          {texts.since} <InstantText at={new Date(session.createdAt)} />
        </div>
        <div className="text-secondary">
          {texts.lastSeen} <FromNow at={session.lastSeenAt} />
        </div>
      </div>
      <form method="post" action={isThis ? '/sign-out' : `/sessions/${session.id}/end`}>
        <button type="submit" className="btn" aria-label={isThis ? undefined : texts.endFor(name)}>
          {texts.end}
        </button>
      </form>
    </li>
  );
}

function Accounts({ accounts }: Pick<SessionsPageProps, 'accounts'>) {
  const { people, words } = useTexts();
  const texts = people.sessions;
  const current = useViewer().account.id;
  return (
    <section className="card" aria-labelledby="accounts">
      <h2 className="card-header card-title" id="accounts">
        {texts.accounts}
      </h2>
      <ul className="list-group list-group-flush">
        {accounts.map(({ id, name, kind, role }) => (
          <li key={id} className="list-group-item d-flex flex-wrap gap-2 align-items-center">
            <div className="flex-fill">
              <strong>
                <Name>{name}</Name>
              </strong>
              <div className="text-secondary">
                {words.accountKinds[kind]}
                {words.comma} {words.roles[role]}
              </div>
            </div>
            {id === current ? (
              <span className="badge bg-green-lt">{texts.current}</span>
            ) : (
              <form method="post" action={`/sessions/switch/${id}`}>
                <button type="submit" className="btn">
                  {texts.switchTo(name)}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
