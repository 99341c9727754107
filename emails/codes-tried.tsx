import { languageFor } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderLetter } from './letter.tsx';

/** Renders the e-mail that says that wrong codes are typed for an address, in HTML and as text. It holds nothing secret. */
export async function renderCodesTriedMail({ url, locale, brand }: { url: string; locale: string; brand: MailBrand }) {
  const { texts } = languageFor(locale);
  const { subject, button, ...said } = texts.peopleMail.codesTried;
  return { subject, ...(await renderLetter({ texts, brand }, said, { text: button, url })) };
}
