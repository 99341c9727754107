import { languageFor } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderLetter } from './letter.tsx';
import { named, written } from './written.ts';

/** What an invitation says: to what, by whom, and where to sign in. It holds nothing secret. */
export type InvitationMail = { accountName: string; invitedBy: string; url: string; locale: string; brand: MailBrand };

/** Renders the e-mail to who was made a member of an account, in HTML and as text. */
export async function renderInvitationMail(mail: InvitationMail) {
  const { accountName, invitedBy, url, locale, brand } = written(mail);
  const { texts } = languageFor(locale);
  const { subject, button, introduction, ...said } = texts.peopleMail.invitation;
  const account = named(accountName, texts);
  const about = { subject: subject(account), introduction: introduction(account, named(invitedBy, texts)) };
  return renderLetter(
    { texts, brand },
    { ...said, ...about, why: texts.letters.why.invitation },
    { text: button, url },
  );
}
