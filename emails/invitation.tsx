import { languageFor } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import { renderLetter } from './letter.tsx';

/** What an invitation says: to what, by whom, and where to sign in. It holds nothing secret. */
export type InvitationMail = { accountName: string; invitedBy: string; url: string; locale: string; brand: MailBrand };

/** Renders the e-mail to who was made a member of an account, in HTML and as text. */
export async function renderInvitationMail({ accountName, invitedBy, url, locale, brand }: InvitationMail) {
  const { texts } = languageFor(locale);
  const { subject, button, introduction, ...said } = texts.peopleMail.invitation;
  const written = { ...said, introduction: introduction(accountName, invitedBy) };
  return { subject: subject(accountName), ...(await renderLetter({ texts, brand }, written, { text: button, url })) };
}
