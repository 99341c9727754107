import type { ReactNode } from 'react';
import { render } from 'react-email';
import type { Texts } from '../languages/texts.ts';
import { asText, type MailBrand } from './brand.tsx';
import { Frame, Press } from './parts.tsx';

type LetterProps = {
  texts: Texts;
  brand: MailBrand;
  subject: string;
  heading: string;
  introduction: string;
  button: { text: string; url: string; /** What stands above the address for who cannot press. */ address: string };
  closing: string;
  /** Why its reader gets it. */
  why: string;
  children?: ReactNode;
};

/** A short e-mail with one thing to do. */
export function Letter({ button, children, ...said }: LetterProps) {
  return (
    <Frame {...said} preview={said.introduction}>
      <Press brand={said.brand} {...button} />
      {children}
    </Frame>
  );
}

/** Such an e-mail with nothing but its button, in HTML and as text. */
export async function renderLetter(
  { texts, brand }: Pick<LetterProps, 'texts' | 'brand'>,
  said: Pick<LetterProps, 'subject' | 'heading' | 'introduction' | 'closing' | 'why'>,
  button: Omit<LetterProps['button'], 'address'>,
) {
  const { subject, heading, introduction, closing, why } = said;
  const { address } = texts.peopleMail.signIn;
  return {
    subject,
    html: await render(<Letter {...{ texts, brand, ...said }} button={{ ...button, address }} />),
    text: asText(brand, texts, [heading, introduction, `${button.text}:\n${button.url}`, closing], why),
  };
}
