import { render } from 'react-email';
import { languageFor } from '../languages/index.ts';
import { Letter } from './letter.tsx';

/** Renders the e-mail that says that wrong codes are typed for an address, in HTML and as text. It holds nothing secret. */
export async function renderCodesTriedMail({ url, locale }: { url: string; locale: string }) {
  const { texts } = languageFor(locale);
  const { subject, heading, introduction, button, closing } = texts.peopleMail.codesTried;
  const { address } = texts.peopleMail.signIn;
  return {
    subject,
    html: await render(
      <Letter {...{ texts, heading, introduction, closing }} button={{ text: button, url, address }} />,
    ),
    text: [heading, introduction, `${button}:\n${url}`, closing].join('\n\n').concat('\n'),
  };
}
