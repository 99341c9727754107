import { languageFor } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderCodeLetter } from './code-letter.tsx';
import { written } from './written.ts';

/** What an e-mail with a code needs. */
export type CodeMail = { url: string; code: string; locale: string; brand: MailBrand };

/** Renders the e-mail to sign in, in HTML and as text: a code to type, and a link. */
export async function renderSignInMail(mail: CodeMail) {
  const { url, code, locale, brand } = written(mail);
  const { texts } = languageFor(locale);
  const { subject, heading, introduction: beside, button: text, closing, ...said } = texts.peopleMail.signIn;
  const letter = {
    code,
    subject,
    heading,
    introduction: said.code,
    beside,
    button: { text, url },
    closing,
    why: texts.letters.why.signIn,
  };
  return renderCodeLetter({ texts, brand }, letter);
}

/** Renders the e-mail with the code by which somebody proves that it is them; it has no link that does so. */
export async function renderProofMail(mail: CodeMail) {
  const { url, code, locale, brand } = written(mail);
  const { texts } = languageFor(locale);
  const { button: text, ...said } = texts.signingIn.mails.proof;
  return renderCodeLetter({ texts, brand }, { ...said, code, button: { text, url }, why: texts.letters.why.proof });
}
