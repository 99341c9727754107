import type { ProviderTrouble } from '../../domain/people/identity-provider.ts';
import { maySetDomains, type AccountKind } from '../../domain/people/permissions.ts';
import { Page } from '../layout.tsx';
import { useAccountTabs } from '../parts/frame/account-tabs.ts';
import { Form } from '../parts/form/form.tsx';
import { MarkedField } from '../parts/form/marked-field.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts, useViewer } from '../reader.ts';
import type { TypedProvider, WrongProvider } from './provider-form.ts';

export type IdentityPageProps = {
  account: { id: string; kind: AccountKind; name: string };
  isSet: boolean;
  typed: TypedProvider;
  domains: readonly string[];
  /** What was typed of them, where that was not taken. */
  typedDomains?: string | undefined;
  wrong: WrongProvider;
  returnAddress: string;
  isSaved: boolean;
  /** What a check found; undefined where none was made. */
  checked?: { trouble: ProviderTrouble | null } | undefined;
};

/** By which provider people of an account sign in. */
export function IdentityPage(about: IdentityPageProps) {
  const { identity: texts } = useTexts();
  const { account, isSet, wrong, isSaved, checked, domains } = about;
  const address = `/accounts/${account.id}/sign-in`;
  const isWrong = Object.keys(wrong).length > 0;
  return (
    <Page title={account.name} says={texts.introduction} tabs={useAccountTabs(account, '/sign-in')}>
      {isSaved && <Notice kind="success" title={texts.saved} />}
      {isWrong && <Notice kind="danger" title={texts.wrong.title} />}
      {checked?.trouble === null && <Notice kind="success" title={texts.checked} />}
      {checked?.trouble && <Notice kind="danger" title={texts.checkFailed} text={texts.troubles[checked.trouble]} />}
      <ProviderForm {...about} address={address} />
      {isSet && (
        <div className="d-flex flex-wrap gap-2 mb-3">
          <Form action={`${address}/check`}>
            <button className="btn">{texts.check}</button>
          </Form>
          <a className="btn btn-outline-danger" href={`${address}/remove`}>
            {texts.remove}
          </a>
        </div>
      )}
      <section className="card" aria-labelledby="domains">
        <h2 className="card-header card-title" id="domains">
          {texts.domains}
        </h2>
        <div className="card-body">
          {domains.length === 0 && <p>{texts.noDomains}</p>}
          {maySetDomains(useViewer()) ? (
            <DomainsForm {...about} address={address} />
          ) : (
            <>
              <ul>
                {domains.map((domain) => (
                  <li key={domain}>
                    <bdi dir="ltr">{domain}</bdi>
                  </li>
                ))}
              </ul>
              <p className="form-hint">{texts.domainsHelp}</p>
            </>
          )}
        </div>
      </section>
    </Page>
  );
}

function ProviderForm({ address, typed, wrong, returnAddress }: IdentityPageProps & { address: string }) {
  const { identity: texts } = useTexts();
  return (
    <Form action={address} className="card mb-3">
      <div className="card-body">
        <MarkedField label={texts.issuer} help={texts.issuerHelp} wrong={wrong.issuer}>
          {(tied) => <input {...tied} name="issuer" defaultValue={typed.issuer} maxLength={200} dir="ltr" />}
        </MarkedField>
        <MarkedField label={texts.clientId} wrong={wrong.clientId}>
          {(tied) => <input {...tied} name="clientId" defaultValue={typed.clientId} maxLength={200} dir="ltr" />}
        </MarkedField>
        <MarkedField label={texts.clientSecret} help={texts.clientSecretHelp} wrong={wrong.clientSecret}>
          {(tied) => (
            <input {...tied} name="clientSecret" type="password" autoComplete="off" maxLength={200} dir="ltr" />
          )}
        </MarkedField>
        <p>
          {texts.returnAddress} <code dir="ltr">{returnAddress}</code>
        </p>
        <label className="form-check">
          <input
            className="form-check-input"
            type="checkbox"
            name="required"
            value="yes"
            defaultChecked={typed.required}
            aria-describedby="required-help"
            aria-invalid={wrong.required ? true : undefined}
          />
          <span className="form-check-label">{texts.required}</span>
        </label>
        {wrong.required && <div className="invalid-feedback d-block">{wrong.required}</div>}
        <div className="form-hint" id="required-help">
          {texts.requiredHelp}
        </div>
      </div>
      <div className="card-footer">
        <button className="btn btn-primary action">{texts.save}</button>
      </div>
    </Form>
  );
}

function DomainsForm({ address, domains, typedDomains, wrong }: IdentityPageProps & { address: string }) {
  const { identity: texts } = useTexts();
  return (
    <Form action={`${address}/domains`}>
      <MarkedField label={texts.domains} help={texts.domainsHelp} wrong={wrong.domains}>
        {(tied) => (
          <textarea {...tied} name="domains" rows={4} dir="ltr" defaultValue={typedDomains ?? domains.join('\n')} />
        )}
      </MarkedField>
      <button className="btn">{texts.saveDomains}</button>
    </Form>
  );
}
