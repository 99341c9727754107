import type { ProviderTrouble } from '../../domain/people/identity-provider.ts';
import { Page } from '../layout.tsx';
import { Form } from '../parts/form/form.tsx';
import { Kept } from '../parts/form/kept.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';
import type { Carried } from './pages.tsx';

type OfferProps = Pick<Carried, 'kept'> & { host: string; required: boolean; email: string; to: string };

/**
 * Leads to the provider of an address, the same whoever has the address. By a link, as browsers let no form lead to another
 * site (`form-action`); a code by e-mail stands beside it, for accounts that do not require the provider. What was typed in a form stays on this page, which is left
 * open then: the provider's opens beside it.
 */
export function OfferPage({ host, required, email, to, kept }: OfferProps) {
  const { identity: texts, signingIn } = useTexts();
  const isBeside = kept !== undefined;
  return (
    <Page title={texts.offerTitle}>
      <div className="card mb-3">
        <div className="card-body">
          <p>{required ? texts.offerRequired : texts.offer}</p>
          <a className="btn btn-primary action" href="/sign-in/provider" target={isBeside ? '_blank' : undefined}>
            {texts.goTo(host)}
          </a>
        </div>
      </div>
      {isBeside && (
        <Form action="/sign-in/go-on" className="mb-3">
          <p>{texts.beside}</p>
          <Kept value={kept} />
          <button className="btn">{signingIn.kept.goOn}</button>
        </Form>
      )}
      <Form action="/sign-in" className="card">
        <div className="card-body">
          <p>{required ? texts.byMailRequired : texts.byMail}</p>
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="by" value="mail" />
          <Kept value={kept} />
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
