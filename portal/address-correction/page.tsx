import type { MadeKind } from '../../domain/people/account.ts';
import type { Corrected } from '../../services/accounts/address-correction.ts';
import { Page } from '../layout.tsx';
import { FormActions } from '../parts/form/form-actions.tsx';
import { Form } from '../parts/form/form.tsx';
import { MarkedField } from '../parts/form/marked-field.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';

export type TypedCorrection = { wrong: string; right: string; request: string };
export type WrongFields = Partial<Record<'wrong' | 'right', string>>;

type CorrectionPageProps = {
  account: { id: string; name: string };
  typed: TypedCorrection;
  wrong: WrongFields;
  failure: string | null;
  /** What was put right; null before. */
  corrected: Corrected | null;
};

/** Asks for the wrong and the right address, then says what was put right. */
export function CorrectionPage({ account, typed, wrong, failure, corrected }: CorrectionPageProps) {
  const { addressCorrection: texts } = useTexts();
  const back = { href: `/accounts/${account.id}/people`, text: account.name };
  return (
    <Page title={texts.title} back={back}>
      {failure !== null && <Notice kind="danger" title={failure} />}
      {corrected && <Done corrected={corrected} />}
      {(!corrected || corrected.due.length > 0) && (
        <Form className="card">
          <input type="hidden" name="request" value={typed.request} />
          <div className="card-body">
            <p>{texts.explained}</p>
            {(['wrong', 'right'] as const).map((field) => (
              <MarkedField key={field} label={texts[field]} wrong={wrong[field]}>
                {(tied) => (
                  <input {...tied} type="email" name={field} maxLength={200} defaultValue={typed[field]} required />
                )}
              </MarkedField>
            ))}
            <ul className="m-0">
              {texts.consequences.map((consequence) => (
                <li key={consequence}>{consequence}</li>
              ))}
            </ul>
          </div>
          <FormActions button={texts.button} back={back.href} />
        </Form>
      )}
    </Page>
  );
}

function Done({ corrected: { account, email, links, due, made } }: { corrected: Corrected }) {
  const { addressCorrection: texts } = useTexts();
  return (
    <>
      <Notice kind="success" title={texts.done(email)} text={texts.doneText}>
        {links.length === 0 ? <p className="m-0">{texts.noLinks}</p> : <Orders says={texts.links} of={links} />}
      </Notice>
      {due.length > 0 && (
        <Notice kind="warning" title={texts.due}>
          <Orders of={due} />
        </Notice>
      )}
      {made.length > 0 && (
        <Notice kind="warning" title={texts.made}>
          <ul className="m-0">
            {made.map((one) => (
              <li key={`${one.kind} ${one.id}`}>
                {texts.kinds[one.kind]}{' '}
                <a href={`/accounts/${account}/${WHERE[one.kind](one.id)}`}>
                  <bdi>{one.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** The page of an account that takes each out. */
const WHERE: Record<MadeKind, (id: string) => string> = {
  key: (id) => `keys/${id}/revoke`,
  member: () => 'people',
  webhook: (id) => `webhooks/${id}`,
};

function Orders({ says, of }: { says?: string; of: Corrected['links'] }) {
  return (
    <>
      {says && <p className="m-0">{says}</p>}
      <ul className="m-0">
        {of.map(({ order, delivery }) => (
          <li key={`${order} ${delivery}`}>
            <a href={`/orders/${order}`}>
              <bdi>{order}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
