import { languageFor } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderLetter } from './letter.tsx';
import { written } from './written.ts';

/** What the e-mail says: where to sign in. It holds nothing secret. */
export type CodesTriedMail = { url: string; locale: string; brand: MailBrand };

/** Renders the e-mail that says that wrong codes are typed for an address, in HTML and as text. */
export async function renderCodesTriedMail(mail: CodesTriedMail) {
  const { url, locale, brand } = written(mail);
  const { texts } = languageFor(locale);
  const { button, ...said } = texts.peopleMail.codesTried;
  return renderLetter({ texts, brand }, { ...said, why: texts.letters.why.codesTried }, { text: button, url });
}
