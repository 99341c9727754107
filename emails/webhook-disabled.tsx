import type { DisabledFor } from '../domain/webhook/judge.ts';
import { languageFor } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderLetter } from './letter.tsx';

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
export async function renderWebhookDisabledMail({ webhook, host, because, url, locale, brand }: WebhookDisabledMail) {
  const { texts } = languageFor(locale);
  const { subject, button, introduction, heading, closing } = texts.peopleMail.webhookDisabled;
  const said = { heading, introduction: introduction[because](host), closing: closing(webhook) };
  return { subject, ...(await renderLetter({ texts, brand }, said, { text: button, url })) };
}
