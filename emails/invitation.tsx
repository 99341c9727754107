import { render } from 'react-email';
import { languageFor } from '../languages/index.ts';
import { Letter } from './letter.tsx';

/** What an invitation says: to what, by whom, and where to sign in. It holds nothing secret. */
export type InvitationMail = { accountName: string; invitedBy: string; url: string; locale: string };

/** Renders the e-mail to who was made a member of an account, in HTML and as text. */
export async function renderInvitationMail({ accountName, invitedBy, url, locale }: InvitationMail) {
  const { texts } = languageFor(locale);
  const { subject, heading, button, closing, ...said } = texts.peopleMail.invitation;
  const introduction = said.introduction(accountName, invitedBy);
  const { address } = texts.peopleMail.signIn;
  return {
    subject: subject(accountName),
    html: await render(
      <Letter {...{ texts, heading, introduction, closing }} button={{ text: button, url, address }} />,
    ),
    text: [heading, introduction, `${button}:\n${url}`, closing].join('\n\n').concat('\n'),
  };
}
