import type { PasskeyService } from '../../services/accounts/passkeys.ts';
import { FromNow, InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { TextField } from '../parts/form/fields.tsx';
import { Form } from '../parts/form/form.tsx';
import { Name } from '../parts/said/name.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { PasskeyForm } from '../parts/form/passkey-form.tsx';
import { useTexts } from '../reader.ts';

type Held = Awaited<ReturnType<PasskeyService['list']>>;

/** How the last action went; null when there was none. */
export type PasskeyOutcome = 'added' | 'removed' | 'failed' | null;

const LONGEST_NAME = 100;

/** The passkeys of whoever is signed in. */
export function PasskeysPage({ held, outcome, mayAdd }: { held: Held; outcome: PasskeyOutcome; mayAdd: boolean }) {
  const { signingIn, people } = useTexts();
  const texts = signingIn.passkeys;
  return (
    <Page title={texts.title} back={{ href: '/sessions', text: people.sessions.title }}>
      {outcome && <Notice kind={outcome === 'failed' ? 'danger' : 'success'} title={texts[outcome]} />}
      <p>{texts.explained}</p>
      <div className="card mb-3">
        {held.length > 0 ? (
          <ul className="list-group list-group-flush">
            {held.map((passkey) => (
              <Entry key={passkey.id} passkey={passkey} />
            ))}
          </ul>
        ) : (
          <p className="card-body m-0">{texts.none}</p>
        )}
        <div className="card-footer">
          {mayAdd ? (
            <a className="btn btn-primary action" href="/passkeys/new">
              {texts.add}
            </a>
          ) : (
            texts.notHere
          )}
        </div>
      </div>
      <p className="text-secondary">{texts.mailStays}</p>
    </Page>
  );
}

function Entry({ passkey: { id, name, madeAt, lastUsedAt, backedUp } }: { passkey: Held[number] }) {
  const texts = useTexts().signingIn.passkeys;
  return (
    <li className="list-group-item d-flex flex-wrap gap-2 align-items-center">
      <div className="flex-fill">
        <strong>
          <Name>{name}</Name>
        </strong>
        <div className="text-secondary">
          {texts.made} <InstantText at={new Date(madeAt)} />
        </div>
        <div className="text-secondary">
          {texts.lastUsed}: {lastUsedAt === null ? texts.never : <FromNow at={lastUsedAt} />}
        </div>
        {backedUp && <div className="text-secondary">{texts.copied}</div>}
      </div>
      <Form action="/passkeys/remove">
        <input type="hidden" name="id" value={id} />
        <button type="submit" className="btn btn-outline-danger" aria-label={texts.removeFor(name)}>
          {texts.remove}
        </button>
      </Form>
    </li>
  );
}

/** Where one is made, by a browser that can. */
export function NewPasskeyPage({ options, name }: { options: object; name: string }) {
  const texts = useTexts().signingIn.passkeys;
  return (
    <Page title={texts.add} back={{ href: '/passkeys', text: texts.title }}>
      <p>{texts.explained}</p>
      <p data-without-passkeys>{texts.notHere}</p>
      <PasskeyForm
        {...{ action: '/passkeys/new', act: 'create', options, button: texts.add, failed: texts.failed }}
        className="card card-body"
      >
        <TextField name="name" label={texts.name} value={name} maxLength={LONGEST_NAME} required />
      </PasskeyForm>
    </Page>
  );
}
