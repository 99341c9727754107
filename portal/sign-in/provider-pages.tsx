import type { ProviderTrouble } from '../../domain/identity-provider.ts';
import { Page } from '../layout.tsx';
import { Form } from '../parts/form.tsx';
import { Notice } from '../parts/notice.tsx';
import { useTexts } from '../reader.ts';

type OfferProps = { host: string; required: boolean; email: string; to: string };

/**
 * Leads to the provider of an address, the same whoever has the address. By a link, as browsers let no form lead to another
 * site (`form-action`); a code by e-mail stands beside it, for accounts that do not require the provider.
 */
export function OfferPage({ host, required, email, to }: OfferProps) {
  const { identity: texts } = useTexts();
  return (
    <Page title={texts.offerTitle}>
      <div className="card mb-3">
        <div className="card-body">
          <p>{required ? texts.offerRequired : texts.offer}</p>
          <a className="btn btn-primary action" href="/sign-in/provider">
            {texts.goTo(host)}
          </a>
        </div>
      </div>
      <Form action="/sign-in" className="card">
        <div className="card-body">
          <p>{required ? texts.byMailRequired : texts.byMail}</p>
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="by" value="mail" />
          <button className="btn">{texts.sendMail}</button>
        </div>
      </Form>
    </Page>
  );
}

/** Why nobody was signed in by a provider, what to do, and a way back. */
export function TroublePage({ trouble }: { trouble: ProviderTrouble }) {
  const { identity: texts } = useTexts();
  return (
    <Page title={texts.failedTitle}>
      <Notice kind="danger" title={texts.troubles[trouble]} />
      <p>
        <a className="btn btn-primary action" href="/sign-in">
          {texts.again}
        </a>
      </p>
    </Page>
  );
}
