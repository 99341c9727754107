import { Page } from '../layout.tsx';
import { Form } from '../parts/form/form.tsx';
import { Kept, SignedOutNotice } from '../parts/form/kept.tsx';
import { Name } from '../parts/said/name.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { PasskeyForm } from '../parts/form/passkey-form.tsx';
import { useReader, useTexts } from '../reader.ts';

/** What was typed in a form whose sender has to sign in again, packed; `leftOut` where a file was chosen in it. */
export type Carried = { kept?: string; leftOut?: boolean };

export type SignInPageProps = Carried & {
  to: string;
  email?: string;
  mistaken?: boolean;
  /** What the browser is asked to use a passkey by; null where this address can have none. */
  passkey: object | null;
  /** Whether a passkey was used that does not sign in. */
  passkeyFailed?: boolean;
  /** Whether the session ended as its provider stands by its person no more. */
  ended?: boolean;
  /** Whether its provider does not answer: once it does the form goes on, without signing in again. */
  unreachable?: boolean;
};

/** Where an address is asked for, or a passkey. */
export function SignInPage({
  to,
  email,
  kept,
  leftOut = false,
  mistaken = false,
  passkey,
  passkeyFailed = false,
  ended = false,
  unreachable = false,
}: SignInPageProps) {
  const { people, signingIn, identity, refusals } = useTexts();
  const texts = people.signIn;
  return (
    <Page title={texts.title}>
      {ended && <Notice kind="info" title={identity.ended} />}
      {unreachable && <Notice kind="danger" title={refusals.IDENTITY_PROVIDER_UNREACHABLE} />}
      {unreachable && (
        <Form action="/sign-in/go-on" className="mb-3">
          <Kept value={kept} />
          <button className="btn btn-primary action">{signingIn.kept.goOn}</button>
        </Form>
      )}
      {kept !== undefined && !unreachable && <SignedOutNotice leftOut={leftOut} />}
      {passkeyFailed && <Notice kind="danger" title={signingIn.passkeys.useFailed} />}
      <form method="post" action="/sign-in" className="card" noValidate>
        <div className="card-body">
          <p>{texts.introduction}</p>
          <input type="hidden" name="to" value={to} />
          <Kept value={kept} />
          <label className="form-label" htmlFor="email">
            {texts.email}
          </label>
          <input
            className={`form-control ${mistaken ? 'is-invalid' : ''}`}
            id="email"
            name="email"
            type="email"
            dir="ltr"
            autoComplete="email webauthn"
            required
            autoFocus
            defaultValue={email}
            aria-invalid={mistaken || undefined}
            aria-describedby={mistaken ? 'mistake' : undefined}
          />
          {mistaken && (
            <div className="invalid-feedback" id="mistake" role="alert">
              {texts.notAnAddress}
            </div>
          )}
        </div>
        <div className="card-footer">
          <button type="submit" className="btn btn-primary action">
            {texts.send}
          </button>
        </div>
      </form>
      {passkey && (
        <PasskeyForm
          {...{ action: '/sign-in/passkey', act: 'get', options: passkey, inField: true, className: 'mt-3' }}
          button={signingIn.passkeys.use}
          failed={signingIn.passkeys.useFailed}
        >
          <input type="hidden" name="to" value={to} />
          <Kept value={kept} />
        </PasskeyForm>
      )}
    </Page>
  );
}

/** What everybody sees who has asked, whatever the address: where to look, and where a code is typed. */
export function SentPage({ wrongCode = false, kept }: Pick<Carried, 'kept'> & { wrongCode?: boolean }) {
  const { people, signingIn } = useTexts();
  const texts = people.signIn;
  const { mailbox } = useReader();
  return (
    <Page title={texts.sentTitle}>
      <p role="status">{texts.sent}</p>
      {mailbox && (
        <p>
          <a href="/dev/outbox">{texts.lookInMailbox}</a>
        </p>
      )}
      <form method="post" action="/sign-in/code" className="card" noValidate>
        <div className="card-body">
          <Kept value={kept} />
          <p id="explained">{texts.codeExplained}</p>
          <label className="form-label" htmlFor="code">
            {texts.code}
          </label>
          <input
            className={`form-control ${wrongCode ? 'is-invalid' : ''}`}
            id="code"
            name="code"
            dir="ltr"
            autoCapitalize="characters"
            spellCheck={false}
            autoComplete="one-time-code"
            maxLength={60}
            required
            aria-invalid={wrongCode || undefined}
            aria-describedby={wrongCode ? 'mistake' : 'explained'}
          />
          {wrongCode && (
            <div className="invalid-feedback" id="mistake" role="alert">
              {texts.wrongCode}
            </div>
          )}
        </div>
        <div className="card-footer">
          <button type="submit" className="btn btn-primary action">
            {texts.useCode}
          </button>
        </div>
      </form>
      {kept !== undefined && (
        <form method="post" action="/sign-in/go-on" className="mt-3">
          <p>{signingIn.kept.byLink}</p>
          <Kept value={kept} />
          <button type="submit" className="btn">
            {signingIn.kept.goOn}
          </button>
        </form>
      )}
      <p className="mt-3">
        <a href="/sign-in">{texts.askAgain}</a>
      </p>
    </Page>
  );
}

/** What a link opens: a button, as mail scanners open every link. */
export function LinkPage({ email }: { email: string }) {
  const texts = useTexts().people.signIn;
  return (
    <Page title={texts.linkTitle}>
      <form method="post" className="card">
        <div className="card-body">
          <p>
            {texts.linkExplained} <Name>{email}</Name>
          </p>
          <button type="submit" className="btn btn-primary btn-lg action">
            {texts.confirm}
          </button>
        </div>
      </form>
    </Page>
  );
}

/** A link that no longer counts. */
export function OverPage() {
  const texts = useTexts().people.signIn;
  return (
    <Page title={texts.linkTitle}>
      <p role="alert">{texts.over}</p>
      <p>
        <a className="btn btn-primary action" href="/sign-in">
          {texts.askAgain}
        </a>
      </p>
    </Page>
  );
}
