import { render, Text } from 'react-email';
import { languageFor } from '../languages/index.ts';
import { asText, type MailBrand } from './brand.tsx';
import { Letter } from './letter.tsx';
import { styles } from './styles.ts';
import { written } from './written.ts';

/** What an e-mail to sign in holds: a link, and a code for another device. */
export type SignInMail = { url: string; code: string; locale: string; brand: MailBrand };

/** Renders the e-mail to sign in, in HTML and as text. */
export async function renderSignInMail(mail: SignInMail) {
  const { url, code, locale, brand } = written(mail);
  const { texts } = languageFor(locale);
  const { subject, heading, introduction, button, address, closing, ...said } = texts.peopleMail.signIn;
  const why = texts.letters.why.signIn;
  return {
    subject,
    html: await render(
      <Letter
        {...{ texts, brand, subject, heading, introduction, closing, why }}
        button={{ text: button, url, address }}
      >
        <Text style={styles.paragraph}>{said.code}</Text>
        <Text style={styles.title}>
          <strong dir="ltr">{code}</strong>
        </Text>
      </Letter>,
    ),
    text: asText(brand, texts, [heading, introduction, `${button}:\n${url}`, `${said.code}\n${code}`, closing], why),
  };
}
