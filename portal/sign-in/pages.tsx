import { Page } from '../layout.tsx';
import { Name } from '../parts/name.tsx';
import { Notice } from '../parts/notice.tsx';
import { useReader, useTexts } from '../reader.ts';

type AskProps = { to: string; email?: string; mistaken?: boolean; ended?: boolean };

/** Where an address is asked for. */
export function SignInPage({ to, email, mistaken = false, ended = false }: AskProps) {
  const { people, identity } = useTexts();
  const texts = people.signIn;
  return (
    <Page title={texts.title}>
      {ended && <Notice kind="info" title={identity.ended} />}
      <form method="post" action="/sign-in" className="card" noValidate>
        <div className="card-body">
          <p>{texts.introduction}</p>
          <input type="hidden" name="to" value={to} />
          <label className="form-label" htmlFor="email">
            {texts.email}
          </label>
          <input
            className={`form-control ${mistaken ? 'is-invalid' : ''}`}
            id="email"
            name="email"
            type="email"
            dir="ltr"
            autoComplete="email"
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
    </Page>
  );
}

/** What everybody sees who has asked, whatever the address: where to look, and where a code is typed. */
export function SentPage({ wrongCode = false }: { wrongCode?: boolean }) {
  const texts = useTexts().people.signIn;
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
