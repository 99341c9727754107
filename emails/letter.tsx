import type { ReactNode } from 'react';
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from 'react-email';
import type { Texts } from '../languages/texts.ts';
import { DARK_MODE, styles } from './styles.ts';

type LetterProps = {
  texts: Texts;
  heading: string;
  introduction: string;
  button: { text: string; url: string; /** What stands above the address for who cannot press. */ address: string };
  closing: string;
  children?: ReactNode;
};

/** A short e-mail with one thing to do. */
export function Letter({ texts, heading, introduction, button, closing, children }: LetterProps) {
  return (
    <Html lang={texts.locale} dir={texts.direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_MODE}</style>
      </Head>
      <Body style={styles.page} className="page" lang={texts.locale} dir={texts.direction}>
        <Preview>{introduction}</Preview>
        <Container style={styles.card} className="card">
          <Heading as="h1" style={styles.title}>
            {heading}
          </Heading>
          <Text style={styles.paragraph}>{introduction}</Text>
          <Section>
            <Button href={button.url} style={styles.button}>
              {button.text}
            </Button>
            <Text style={styles.quiet} className="quiet">
              {button.address}
              <br />
              <Link href={button.url} style={styles.address} className="link">
                {button.url}
              </Link>
            </Text>
          </Section>
          {children}
          <Hr style={styles.rule} className="rule" />
          <Text style={styles.quiet} className="quiet">
            {closing}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
