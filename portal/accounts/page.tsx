import type { SeenAccount } from '../../services/accounts/accounts.ts';
import { mayManagePeople } from '../../domain/people/permissions.ts';
import { LANGUAGES, textsOf } from '../../languages/index.ts';
import { Page } from '../layout.tsx';
import { useAccountTabs } from '../parts/frame/account-tabs.ts';
import { Form } from '../parts/form/form.tsx';
import { MarkedField } from '../parts/form/marked-field.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts, useViewer } from '../reader.ts';
import type { TypedProfile, WrongProfile } from './profile-form.ts';

export type AccountPageProps = {
  account: SeenAccount;
  typed: TypedProfile;
  wrong: WrongProfile;
  isSaved: boolean;
  mayChange: boolean;
};

/** What an account says of itself; the vendor corrects it. */
export function AccountPage({ account: { view, version }, typed, wrong, isSaved, mayChange }: AccountPageProps) {
  const texts = useTexts().account.profile;
  const isWrong = Object.keys(wrong).length > 0;
  return (
    <Page title={view.name} tabs={useAccountTabs(view, '')}>
      {isSaved && <Notice kind="success" {...texts.saved} />}
      {isWrong && <Notice kind="danger" title={wrong.changed ?? texts.wrong.title} />}
      <section className="card mb-3" aria-label={texts.name}>
        <div className="card-body">
          <Facts view={view} />
          {!mayChange && <p className="text-secondary mt-3 mb-0">{texts.askVendor}</p>}
          <OwnLinks id={view.id} />
        </div>
      </section>
      {mayChange && <Change {...{ view, version, typed, wrong }} />}
    </Page>
  );
}

function Facts({ view }: { view: SeenAccount['view'] }) {
  const { account, words } = useTexts();
  const texts = account.profile;
  return (
    <dl className="facts">
      <dt>{texts.id}</dt>
      <dd>
        <bdi dir="ltr">{view.id}</bdi>
      </dd>
      <dt>{texts.kind}</dt>
      <dd>{words.accountKinds[view.kind]}</dd>
      <dt>{texts.email}</dt>
      <dd>
        <bdi dir="ltr">{view.email}</bdi>
      </dd>
      <dt>{texts.timeZone}</dt>
      <dd>{view.timeZone === null ? texts.noTimeZone : <bdi dir="ltr">{view.timeZone}</bdi>}</dd>
      <dt>{texts.language}</dt>
      <dd>
        {textsOf(view.locale)?.name ?? ''} <bdi dir="ltr">({view.locale})</bdi>
      </dd>
      <dt>{texts.notices}</dt>
      <dd>{view.notices ? texts.noticesOn : texts.noticesOff}</dd>
    </dl>
  );
}

/** Where somebody finds what is his own, in his own account. */
function OwnLinks({ id }: { id: string }) {
  const { frame, letters } = useTexts();
  const viewer = useViewer();
  if (viewer.account.id !== id) return null;
  return (
    <p className="mt-3 mb-0">
      <a href="/sessions">{frame.sessions}</a>
      {mayManagePeople(viewer, { id }) && (
        <>
          <br />
          <a href={`/accounts/${id}/notices`}>{letters.choice.title}</a>
        </>
      )}
    </p>
  );
}

type ChangeProps = Pick<AccountPageProps, 'typed' | 'wrong'> & SeenAccount;

function Change({ view, version, typed, wrong }: ChangeProps) {
  const texts = useTexts().account.profile;
  const isKnown = LANGUAGES.some(({ locale }) => locale === typed.locale);
  return (
    <Form action={`/accounts/${view.id}`} className="card">
      <h2 className="card-header card-title">{texts.change}</h2>
      <div className="card-body">
        <input type="hidden" name="version" value={version} />
        <MarkedField label={texts.name} wrong={wrong.name}>
          {(tied) => <input {...tied} name="name" defaultValue={typed.name} maxLength={200} dir="auto" required />}
        </MarkedField>
        <MarkedField label={texts.timeZone} wrong={wrong.timeZone}>
          {(tied) => <input {...tied} name="timeZone" defaultValue={typed.timeZone} maxLength={60} dir="ltr" />}
        </MarkedField>
        <MarkedField label={texts.language}>
          {(tied) => (
            <select {...tied} className="form-select" name="locale" defaultValue={typed.locale}>
              {!isKnown && <option value={typed.locale}>{typed.locale}</option>}
              {LANGUAGES.map(({ locale, name }) => (
                <option key={locale} value={locale} lang={locale}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </MarkedField>
        <label className="form-check mb-0">
          <input
            className="form-check-input"
            type="checkbox"
            name="notices"
            value="yes"
            defaultChecked={typed.notices}
          />
          <span className="form-check-label">{texts.notices}</span>
        </label>
      </div>
      <div className="card-footer">
        <button className="btn btn-primary action">{texts.save}</button>
      </div>
    </Form>
  );
}
