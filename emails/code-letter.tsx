import { render, Text } from 'react-email';
import type { Texts } from '../languages/texts.ts';
import { asText, type MailBrand } from './brand.tsx';
import { Frame, Press } from './parts.tsx';
import { styles } from './styles.ts';

type CodeLetter = {
  code: string;
  subject: (code: string) => string;
  heading: string;
  /** What stands above the code: where it is typed. */
  introduction: string;
  /** What stands below it, above the button. */
  beside?: string;
  button: { text: string; url: string };
  closing: string;
  /** Why its reader gets it. */
  why: string;
};

/** An e-mail with a code, in HTML and as text: the code first, as it is read from a notification. */
export async function renderCodeLetter(
  { texts, brand }: { texts: Texts; brand: MailBrand },
  { code, subject: subjectWith, heading, introduction, beside, button, closing, why }: CodeLetter,
) {
  const { address } = texts.peopleMail.signIn;
  const lines = [heading, `${introduction}\n${code}`, ...(beside ? [beside] : []), `${button.text}:\n${button.url}`];
  const subject = subjectWith(code);
  return {
    subject,
    html: await render(
      <Frame {...{ texts, brand, subject, heading, introduction, closing, why }} preview={`${code} ${heading}`}>
        <Text style={styles.title}>
          <strong dir="ltr">{code}</strong>
        </Text>
        {beside && <Text style={styles.paragraph}>{beside}</Text>}
        <Press brand={brand} address={address} {...button} />
      </Frame>,
    ),
    text: asText(brand, texts, [...lines, closing], why),
  };
}
