import type { DisabledFor } from '../domain/webhook/judge.ts';
import { languageFor } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderLetter } from './letter.tsx';
import { named, written } from './written.ts';

/** What the e-mail says: which webhook, to which host its messages went, why it was switched off, and where to sign in. It holds nothing secret. */
export type WebhookDisabledMail = {
  webhook: string;
  host: string;
  because: Exclude<DisabledFor, 'asked'>;
  url: string;
  locale: string;
  brand: MailBrand;
};

/** Renders the e-mail to an administrator of the account, in HTML and as text. */
export async function renderWebhookDisabledMail(mail: WebhookDisabledMail) {
  const { webhook, host, because, url, locale, brand } = written(mail);
  const { texts } = languageFor(locale);
  const { button, introduction, closing, ...said } = texts.peopleMail.webhookDisabled;
  const about = {
    introduction: introduction[because](named(host, texts)),
    closing: closing(named(webhook, texts)),
  };
  return renderLetter(
    { texts, brand },
    { ...said, ...about, why: texts.letters.why.webhookDisabled },
    { text: button, url },
  );
}
