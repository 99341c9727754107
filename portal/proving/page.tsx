import { Page } from '../layout.tsx';
import { Form } from '../parts/form/form.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { PasskeyForm } from '../parts/form/passkey-form.tsx';
import { useReader, useTexts, useViewer } from '../reader.ts';

export type Proving = {
  /** Whether a code was asked for. */
  isSent?: boolean;
  /** What was tried last and did not prove it. */
  wrong?: 'code' | 'passkey';
  /** What the browser is asked to use a passkey by; null for who has none. */
  passkey: object | null;
};

/** Asks whoever is signed in for what only they have: a passkey, or a code that their mailbox gets. */
export function ProvePage({ isSent = false, wrong, passkey }: Proving) {
  const { signingIn } = useTexts();
  const texts = signingIn.proving;
  return (
    <Page title={texts.title}>
      {wrong === 'passkey' && <Notice kind="danger" title={texts.failed} />}
      <p>{texts.explained}</p>
      {passkey && (
        <PasskeyForm
          {...{ action: '/prove/passkey', act: 'get', options: passkey, className: 'mb-3' }}
          button={texts.usePasskey}
          failed={texts.failed}
        />
      )}
      {isSent && <CodeForm isWrong={wrong === 'code'} />}
      <Form action="/prove/ask">
        <button type="submit" className={isSent ? 'btn' : 'btn btn-primary action'}>
          {texts.sendCode}
        </button>
      </Form>
    </Page>
  );
}

function CodeForm({ isWrong }: { isWrong: boolean }) {
  const { signingIn, people } = useTexts();
  const { mailbox } = useReader();
  const texts = signingIn.proving;
  return (
    <Form action="/prove/code" className="card mb-3">
      <div className="card-body">
        <p role="status">{texts.codeSent(useViewer().person.email)}</p>
        {mailbox && (
          <p>
            <a href="/dev/outbox">{people.signIn.lookInMailbox}</a>
          </p>
        )}
        <label className="form-label" htmlFor="code">
          {texts.code}
        </label>
        <input
          className={`form-control ${isWrong ? 'is-invalid' : ''}`}
          {...{ id: 'code', name: 'code', dir: 'ltr', maxLength: 60, required: true, spellCheck: false }}
          autoCapitalize="characters"
          autoComplete="one-time-code"
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? 'mistake' : undefined}
        />
        {isWrong && (
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
    </Form>
  );
}
