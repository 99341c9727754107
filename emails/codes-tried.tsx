import { languageFor } from '../languages/index.ts';
import { renderLetter } from './letter.tsx';

/** Renders the e-mail that says that wrong codes are typed for an address, in HTML and as text. It holds nothing secret. */
export async function renderCodesTriedMail({ url, locale }: { url: string; locale: string }) {
  const { texts } = languageFor(locale);
  const { subject, button, ...said } = texts.peopleMail.codesTried;
  return { subject, ...(await renderLetter(texts, said, { text: button, url })) };
}
